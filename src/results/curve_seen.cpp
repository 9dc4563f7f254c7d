#include "results/curve_seen.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include <cxm/interval/proportion.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

namespace {

forecast_figure seen_share(std::string_view key, double x, double n, double level) {
    forecast_figure f{key, figure_unit::share};
    if (n > 0) {
        f = {key, figure_unit::share, x / n, wilson(x, n, level), n};
    } else {
        f.reason = "nobody came to it";
    }
    return f;
}

/// The share that is there by the renewals of all cohorts together (Kaplan & Meier 1958), with Greenwood's error on
/// log-odds.
class product_limit {
public:
    forecast_figure after(const renewals_at_age& at, double customers, double level) {
        forecast_figure f{"survival_seen", figure_unit::share, not_given, {}, customers};
        if (!(at.at_risk() > 0 || share_ == 0)) {
            f.reason = "nobody came to it";
            return f;
        }
        share_ *= at.at_risk() > 0 ? at.renewed / at.at_risk() : 1;
        variance_ += at.renewed > 0 ? at.lost / (at.at_risk() * at.renewed) : 0;
        f.value = share_;
        if (share_ > 0 && share_ < 1) {
            const double odds = std::log(share_) - std::log1p(-share_);
            const double reach = normal_critical(level) * std::sqrt(variance_) / (1 - share_);
            const auto back = [](double log_odds) { return 1 / (1 + std::exp(-log_odds)); };
            f.limits = interval{back(odds - reach), back(odds + reach), level, "greenwood-logit"};
        }
        return f;
    }

private:
    double share_ = 1;
    double variance_ = 0;  ///< of its logarithm
};

double customers_at(const projection_question& of, std::size_t age) {
    double sum = 0;
    for (const std::vector<double>& cohort : of.cohorts) {
        sum += age < cohort.size() ? cohort[age] : 0;
    }
    return sum;
}

}  // namespace

double projection_question::customers() const { return customers_at(*this, 0); }

std::size_t projection_question::renewals() const {
    std::size_t longest = 1;
    for (const std::vector<double>& cohort : cohorts) {
        longest = std::max(longest, cohort.size());
    }
    return longest - 1;
}

renewal_counts counts_of(const projection_question& of, std::size_t held_out) {
    renewal_counts counts;
    for (const std::vector<double>& cohort : of.cohorts) {
        counts.add_cohort(std::span(cohort).first(cohort.size() - std::min(held_out, cohort.size())));
    }
    return counts;
}

std::vector<projected_age> ages_seen(const projection_question& of, std::span<const renewals_at_age> renewals) {
    std::vector<projected_age> ages;
    product_limit joint;
    for (std::size_t age = 0; age <= std::max(of.last_age(), of.renewals()); ++age) {
        projected_age& at = ages.emplace_back(projected_age{age, {}, not_given, {}, {}, {}, {}, {}});
        const std::string why = age == 0 ? "nobody decides at the start" : "the data end before";
        at.seen = {"survival_seen", figure_unit::share, not_given, {}, not_given, why};
        at.risk_seen = {"risk_seen", figure_unit::share, not_given, {}, not_given, why};
        at.period = age > 0 && age <= of.periods.size() ? of.periods[age - 1] : "";
        if (age > of.renewals()) {
            continue;
        }
        at.customers = customers_at(of, age);
        if (age == 0 || of.is_of_one_cohort()) {
            at.seen = seen_share("survival_seen", at.customers, of.customers(), of.level);
        } else {
            at.seen = joint.after(renewals[age - 1], of.customers(), of.level);
        }
        if (age > 0) {
            at.risk_seen = seen_share("risk_seen", renewals[age - 1].lost, renewals[age - 1].at_risk(), of.level);
        }
    }
    return ages;
}

}  // namespace cxm
