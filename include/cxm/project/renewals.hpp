#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/proportion.hpp>

/// Contracts that are renewed or lost once a period: how many of either at each age, and the risk that this shows.
namespace cxm {

/// Customers who came to a renewal at one age and what they did.
struct renewals_at_age {
    double renewed = 0.0;
    double lost = 0.0;

    double at_risk() const { return renewed + lost; }
};

/// The two counts of each age, of any number of cohorts: the likelihood of a retention curve needs no more.
/// Counts may be fractions (weights). What cannot be throws std::invalid_argument.
class renewal_counts {
public:
    renewal_counts() = default;

    /// One cohort: how many were there at ages 0, 1, 2, …; one number alone adds nothing.
    void add_cohort(std::span<const double> survivors) {
        for (std::size_t i = 0; i < survivors.size(); ++i) {
            detail::require(survivors[i] >= 0.0 && std::isfinite(survivors[i]), "survivors are 0 or more");
            detail::require(i == 0 || survivors[i] <= survivors[i - 1], "survivors never become more");
        }
        for (std::size_t age = 1; age < survivors.size(); ++age) {
            add(age, {survivors[age], survivors[age - 1] - survivors[age]});
        }
    }

    /// Customers first seen after `from` renewals, last seen after `to` periods, when they left or were still there:
    /// whoever is seen late counts from then on (delayed entry).
    void add_stay(std::size_t from, std::size_t to, bool left, double customers = 1.0) {
        detail::require(from < to || (from == to && !left), "a stay ends after it begins");
        detail::require(to <= most_ages, "a stay has at most a million periods");
        for (std::size_t age = from + 1; age <= to; ++age) {
            const bool lost = left && age == to;
            add(age, {lost ? 0.0 : customers, lost ? customers : 0.0});
        }
    }

    /// Customers of one age, from 1, the first renewal.
    void add(std::size_t age, renewals_at_age counts) {
        detail::require(age >= 1 && age <= most_ages, "the first renewal is at age 1");
        detail::require(counts.renewed >= 0.0 && counts.lost >= 0.0 && std::isfinite(counts.at_risk()),
                        "counts are 0 or more");
        ages_.resize(std::max(ages_.size(), age));
        ages_[age - 1].renewed += counts.renewed;
        ages_[age - 1].lost += counts.lost;
    }

    /// By age, the first renewal first.
    std::span<const renewals_at_age> ages() const { return ages_; }

    renewals_at_age total() const {
        renewals_at_age sum;
        for (const renewals_at_age& age : ages_) {
            sum.renewed += age.renewed;
            sum.lost += age.lost;
        }
        return sum;
    }

    /// The number of ages at which anybody came to a renewal.
    std::size_t ages_seen() const {
        return static_cast<std::size_t>(
            std::count_if(ages_.begin(), ages_.end(), [](const renewals_at_age& age) { return age.at_risk() > 0.0; }));
    }

private:
    static constexpr std::size_t most_ages = 1'000'000;
    std::vector<renewals_at_age> ages_;
};

/// The observed risk of one age and what is left after it.
struct observed_risk {
    double at_risk;
    double lost;
    std::optional<double> hazard;    ///< lost/at_risk; absent where nobody was at risk
    std::optional<interval> limits;  ///< Wilson's
    std::optional<double> survival;  ///< the product limit (Kaplan & Meier 1958); absent from the first gap on
};

/// The observed risks, the first renewal first.
inline std::vector<observed_risk> hazard_table(const renewal_counts& counts, double level = 0.95) {
    detail::require_level(level);
    std::vector<observed_risk> made;
    std::optional<double> survival = 1.0;
    for (const renewals_at_age& age : counts.ages()) {
        observed_risk risk{age.at_risk(), age.lost, std::nullopt, std::nullopt, std::nullopt};
        if (risk.at_risk > 0.0) {
            risk.hazard = age.lost / risk.at_risk;
            risk.limits = wilson(age.lost, risk.at_risk, level);
            survival = survival ? std::optional(*survival * (age.renewed / risk.at_risk)) : std::nullopt;
        } else {
            survival = std::nullopt;
        }
        risk.survival = survival;
        made.push_back(risk);
    }
    return made;
}

}  // namespace cxm
