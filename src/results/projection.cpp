#include "results/projection.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include <fmt/format.h>
#include <cxm/interval/proportion.hpp>
#include <cxm/project/bdw.hpp>
#include <cxm/project/tenure.hpp>

#include "results/curve_reading.hpp"

namespace cxm {

namespace {

using any_curve_fit = std::variant<fitted<sbg>, fitted<bdw>>;

constexpr double chance_of_gain = 0.05;  ///< below it bdw fits better by more than chance
constexpr std::size_t least_renewals = 3;

/// The curve that is asked for, or that the counts ask for.
any_curve_fit fit_to(std::span<const double> survivors, const std::optional<curve_kind>& asked,
                     std::optional<likelihood_ratio>* gain = nullptr) {
    renewal_counts counts;
    counts.add_cohort(survivors);
    if (counts.ages_seen() < least_renewals) {
        return fitted<sbg>{fit_standing::too_few_ages, std::nullopt};
    }
    const fitted<sbg> simple = fit_sbg(counts);
    const fitted<bdw> wide = fit_bdw(counts);
    const std::optional<likelihood_ratio> gained = compare_curves(simple, wide);
    if (gain != nullptr) {
        *gain = gained;
    }
    const bool wide_wins = gained && gained->p < chance_of_gain && wide.standing == fit_standing::sound;
    const bool take_wide = asked ? *asked == curve_kind::bdw : wide_wins;
    return take_wide ? any_curve_fit(wide) : any_curve_fit(simple);
}

forecast_figure seen_share(std::string_view key, double x, double n, double level) {
    forecast_figure f{key, figure_unit::share};
    if (n > 0) {
        f = {key, figure_unit::share, x / n, wilson(x, n, level), n};
    } else {
        f.reason = "nobody came to it";
    }
    return f;
}

std::vector<projected_age> ages_seen(const projection_question& of) {
    std::vector<projected_age> ages;
    const std::string unseen = "the data end before";
    for (std::size_t age = 0; age <= std::max(of.last_age(), of.renewals()); ++age) {
        projected_age& at = ages.emplace_back(projected_age{age, {}, not_given, {}, {}, {}, {}, {}});
        const bool is_seen = age <= of.renewals();
        at.period = age > 0 && age <= of.periods.size() ? of.periods[age - 1] : "";
        at.customers = is_seen ? of.survivors[age] : not_given;
        at.seen = is_seen ? seen_share("survival_seen", of.survivors[age], of.survivors[0], of.level)
                          : forecast_figure{"survival_seen", figure_unit::share, not_given, {}, not_given, unseen};
        const double before = is_seen && age > 0 ? of.survivors[age - 1] : 0;
        at.risk_seen =
            is_seen && age > 0
                ? seen_share("risk_seen", before - of.survivors[age], before, of.level)
                : forecast_figure{"risk_seen", figure_unit::share, not_given,
                                  {},          not_given,          age == 0 ? "nobody decides at the start" : unseen};
    }
    return ages;
}

/// How many of those at the age that the curve was fitted to are there at the last: the curve's own uncertainty, and
/// chance in who leaves.
template <class Curve>
forecast_figure foretold(const fitted<Curve>& fit, const projection_question& of, std::size_t fitted_to) {
    const auto from = static_cast<double>(fitted_to);
    const auto to = static_cast<double>(of.renewals());
    const double n = of.survivors[fitted_to];
    const auto kept = [=](const Curve& c) { return survival(c, to) / survival(c, from); };
    const double p = kept(*fit.model);
    forecast_figure f{"customers_expected", figure_unit::count, n * p, {}, n};
    if (!(p > 0 && p < 1 && n > 0)) {
        return f;
    }
    const double z = normal_critical(of.level);
    const auto odds = [](double share) { return std::log(share) - std::log1p(-share); };
    const auto share = [](double log_odds) { return 1 / (1 + std::exp(-log_odds)); };
    const auto own = logit_limits(fit, kept, of.level);
    const double of_curve = own ? (odds(own->high) - odds(own->low)) / 2 : 0;
    const double reach = std::hypot(of_curve, z / std::sqrt(n * p * (1 - p)));
    f.limits = interval{n * share(odds(p) - reach), n * share(odds(p) + reach), of.level,
                        own ? "delta-logit-binomial" : "logit-binomial"};
    return f;
}

void test(projection& into) {
    const projection_question& of = into.of;
    if (!of.holdout) {
        return;
    }
    const std::size_t renewals = of.renewals();
    const std::size_t fitted_to = renewals - std::max<std::size_t>(1, renewals / 3);
    if (fitted_to < least_renewals) {
        into.why_no_test = fmt::format("{} renewal{} too few to fit the curve to some and hold it against the others",
                                       renewals, renewals == 1 ? " is" : "s are");
        return;
    }
    const any_curve_fit early = fit_to(std::span(of.survivors).first(fitted_to + 1), of.model);
    std::visit(
        [&](const auto& fit) {
            if (fit.model) {
                into.test = curve_test{fitted_to, renewals, of.survivors.back(), foretold(fit, of, fitted_to)};
            } else {
                into.why_no_test =
                    fmt::format("of the first {} renewals there is no curve: {}", fitted_to, reason(fit.standing));
            }
        },
        early);
}

template <class Curve>
void read(const fitted<Curve>& fit, projection& into) {
    into.reason = reason(fit.standing);
    into.has_curve = fit.model.has_value();
    into.is_constant = fit.standing == fit_standing::at_bound && into.kind == curve_kind::sbg;
    into.log_likelihood = fit.log_likelihood;
    const curve_reading<Curve> reading(fit, into.of);
    for (projected_age& at : into.ages) {
        const auto figure_of = [&](std::string_view key, figure_unit unit, auto&& read_it, bool there) {
            if (into.has_curve && there) {
                return read_it();
            }
            return forecast_figure{key, unit,      not_given,
                                   {},  not_given, there ? into.reason : "nobody decides at the start"};
        };
        at.expected = figure_of(
            "survival", figure_unit::share, [&] { return reading.survival_at("survival", at.age); }, true);
        at.risk = figure_of(
            "risk", figure_unit::share, [&] { return reading.risk_at("risk", at.age); }, at.age > 0);
        at.remaining = figure_of(
            "residual_lifetime", figure_unit::count,
            [&] { return reading.remaining_after("residual_lifetime", at.age); }, true);
    }
    if (!into.has_curve) {
        return;
    }
    const std::array values = fit.logs;
    for (std::size_t i = 0; i < Curve::size; ++i) {
        into.parameters.emplace_back(Curve::names[i], std::exp(values[i]));
    }
    into.figures = reading.of_the_whole();
}

}  // namespace

projection project(projection_question of) {
    detail::require(of.survivors.size() >= 2 && of.survivors[0] > 0, "a curve needs a start and a renewal");
    detail::require(of.discount == 0 || of.discount >= 1e-4, "a discount is 0 or at least 0.01 %");
    if (of.base.empty()) {
        of.base.resize(of.renewals());
        of.base.push_back(of.survivors.back());
    }
    projection p;
    p.of = std::move(of);
    p.ages = ages_seen(p.of);
    std::optional<likelihood_ratio> gain;
    const any_curve_fit fit = fit_to(p.of.survivors, p.of.model, &gain);
    p.gain = gain ? gain->statistic : not_given;
    p.gain_p = gain ? gain->p : not_given;
    p.kind = std::holds_alternative<fitted<bdw>>(fit) ? curve_kind::bdw : p.of.model.value_or(curve_kind::sbg);
    std::visit([&](const auto& curve) { read(curve, p); }, fit);
    if (!p.has_curve) {
        p.ages.resize(p.of.renewals() + 1);
    }
    test(p);
    return p;
}

}  // namespace cxm
