#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <cxm/hazard.hpp>
#include <cxm/interval/basis.hpp>

/// Contracts that are renewed or lost once a period: how many of either at each age.
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

    /// Stays one by one, where whoever is first seen late counts from then on (delayed entry).
    void add(const hazard_counts& stays) {
        std::size_t age = 0;
        for (const hazard_period& period : stays.table()) {
            const auto lost = static_cast<double>(period.lost);
            add(++age, {static_cast<double>(period.at_risk) - lost, lost});
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
    static constexpr std::size_t most_ages = hazard_counts::most_periods;
    std::vector<renewals_at_age> ages_;
};

}  // namespace cxm
