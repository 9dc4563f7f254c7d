#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include <cxm/exact_sum.hpp>
#include <cxm/interval.hpp>
#include <cxm/measure.hpp>
#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>

namespace cxm {

/// Why a pooled measure has no value though some of its records have one.
enum class gap : std::uint8_t { none, some_missing, over_periods, differs, no_rule, alone };

/// Pools one measure over records by its own rule (flow, opening, closing, distinct, fixed and the like), in any order.
class pooled {
public:
    explicit pooled(over_time rule) : rule_(rule) {}

    /// `when` orders the periods, such as the period's first day; `value` may be not_given.
    void add(double value, std::int64_t when) {
        const bool first = records_++ == 0;
        several_periods_ = several_periods_ || (!first && when != when_);
        if (rule_ == over_time::opening || rule_ == over_time::closing) {
            const bool supersedes = first || (rule_ == over_time::opening ? when < when_ : when > when_);
            if (!first && !supersedes && when != when_) {
                return;
            }
            if (supersedes) {
                sum_ = {};
                missing_ = given_ = 0;
            }
        }
        when_ = when;
        if (is_missing(value)) {
            ++missing_;
            return;
        }
        if (rule_ == over_time::fixed) {
            differs_ = differs_ || (given_ > 0 && value != fixed_);
            fixed_ = value;
        } else {
            sum_.add(value);
        }
        ++given_;
    }

    /// The pooled value, or not_given with the reason in `why()`; infinite where no double is as large.
    double value() const {
        if (given_ == 0 || why() != gap::none) {
            return not_given;
        }
        return rule_ == over_time::fixed ? fixed_ : sum_.value();
    }

    /// Whether what was added up lies within ±`most`.
    bool is_within(double most) const { return sum_.is_within(most); }

    gap why() const {
        if (given_ == 0) {
            return gap::none;
        }
        if (missing_ > 0) {
            return gap::some_missing;
        }
        if (rule_ == over_time::distinct && several_periods_) {
            return gap::over_periods;
        }
        if (rule_ == over_time::unsaid && several_periods_) {
            return gap::no_rule;
        }
        if (rule_ == over_time::alone && given_ > 1) {
            return gap::alone;
        }
        return differs_ ? gap::differs : gap::none;
    }

private:
    over_time rule_;
    exact_sum sum_;
    double fixed_ = 0;
    std::int64_t when_ = 0;
    std::uint64_t records_ = 0;
    std::uint64_t given_ = 0;
    std::uint64_t missing_ = 0;
    bool several_periods_ = false;
    bool differs_ = false;
};

/// The part of a share in one period: x of n.
struct counted_share {
    double x;
    double n;
};

/// The share that is kept over consecutive periods, the product of the periods' shares (Kaplan & Meier 1958).
struct kept_share {
    outcome comes_to;
    std::optional<interval> limits;
    double standard_error_of_log = 0;  ///< Greenwood's; 0 where nobody or everybody was lost
};

/// Chains the kept shares x/n of consecutive periods; exact if x counts people of that period's own start.
///
/// Limits are log-log with Greenwood's variance; with nobody lost the lower end is Wilson's on the smallest period,
/// with everybody lost there is no interval. An empty period (n = 0) is undefined. x outside 0..n throws
/// std::invalid_argument.
inline kept_share chain_kept(std::span<const counted_share> periods, double level = 0.95) {
    double product = 1;
    double variance = 0;
    double smallest = std::numeric_limits<double>::infinity();
    for (const counted_share& p : periods) {
        detail::require(p.x >= 0 && p.x <= p.n, "a share needs a count between 0 and its total");
        if (p.n == 0) {
            return {{status::undefined, 0, 0}, std::nullopt, 0};
        }
        product *= p.x / p.n;
        variance += p.x > 0 ? (p.n - p.x) / (p.n * p.x) : 0;
        smallest = std::min(smallest, p.n);
    }
    if (periods.empty()) {
        return {};
    }
    kept_share made{{status::ok, product, 0}, std::nullopt, 0};
    if (product == 1) {
        made.limits = wilson(smallest, smallest, level);
    } else if (product > 0) {
        made.standard_error_of_log = std::sqrt(variance);
        const double stretch =
            std::exp(normal_critical(level) * made.standard_error_of_log / std::fabs(std::log(product)));
        made.limits = interval{std::pow(product, stretch), std::pow(product, 1 / stretch), level, "greenwood"};
    }
    return made;
}

/// The share lost over a number of equal periods at a constant loss per period, 0 to 1: 5 % a month is 46 % a year.
inline double annualised(double lost, double periods = 12) { return -std::expm1(periods * std::log1p(-lost)); }

/// The loss per period that comes to `lost` over a number of periods; the inverse of `annualised`.
inline double per_period(double lost, double periods = 12) { return annualised(lost, 1 / periods); }

}  // namespace cxm
