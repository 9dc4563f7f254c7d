#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <cxm/compare/result.hpp>
#include <cxm/interval/rate.hpp>
#include <cxm/special/beta.hpp>

/// Comparisons of two Poisson rates, events per exposure.
/// All throw std::invalid_argument for negative events, exposures not above 0 and levels outside (0, 1).
namespace cxm {

/// Events and what they are counted against: followers, hours, visits.
struct event_rate {
    double events;
    double exposure;
};

namespace detail {

inline void require_rates(event_rate a, event_rate b) {
    require_rate(a.events, a.exposure);
    require_rate(b.events, b.exposure);
}

/// Twice the smaller tail of B's events, binomial among all events if the rates are equal: this p, unlike the sum of
/// the rarer outcomes, never contradicts the limits of the ratio.
inline double conditional_p(event_rate a, event_rate b) {
    const double exposure = a.exposure + b.exposure;
    const double p = b.exposure / exposure;
    const double q = a.exposure / exposure;
    const double at_least = b.events == 0.0 ? 1.0 : beta_tails(p, q, b.events, a.events + 1.0).lower;
    const double at_most = a.events == 0.0 ? 1.0 : beta_tails(p, q, b.events + 1.0, a.events).upper;
    return std::min(1.0, 2.0 * std::min(at_least, at_most));
}

}  // namespace detail

/// The ratio of two rates, "conditional": Clopper-Pearson limits of B's share of all events, and the exact p.
inline quotient rate_ratio(event_rate a, event_rate b, double level = 0.95) {
    detail::require_rates(a, b);
    detail::require_level(level);
    const double infinity = std::numeric_limits<double>::infinity();
    const double tail = 0.5 * (1.0 - level);
    const double per_odds = a.exposure / b.exposure;
    const double low = b.events == 0.0 ? 0.0 : per_odds * std::exp(beta_log_odds(tail, b.events, a.events + 1.0));
    const double high =
        a.events == 0.0 ? infinity : per_odds * std::exp(-beta_log_odds(tail, a.events, b.events + 1.0));
    std::optional<double> estimate;
    if (a.events > 0.0 || b.events > 0.0) {
        estimate = a.events > 0.0 ? b.events / a.events * per_odds : infinity;
    }
    return {estimate, {low, high, level, "conditional"}, detail::conditional_p(a, b), "conditional"};
}

/// The difference of two rates, "garwood": exact limits of each, squared and added; p is that of the exact test.
inline difference rate_difference(event_rate a, event_rate b, double level = 0.95) {
    detail::require_rates(a, b);
    const double rate_a = a.events / a.exposure;
    const double rate_b = b.events / b.exposure;
    const interval of_a = garwood(a.events, a.exposure, level);
    const interval of_b = garwood(b.events, b.exposure, level);
    const auto [low, high] = detail::squared_and_added(rate_a, {of_a.low, of_a.high}, rate_b, {of_b.low, of_b.high});
    return {rate_b - rate_a, interval{low, high, level, "garwood"}, detail::conditional_p(a, b), "conditional"};
}

}  // namespace cxm
