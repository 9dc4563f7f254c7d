#pragma once

#include <algorithm>
#include <cmath>

#include <cxm/interval/basis.hpp>
#include <cxm/special/beta.hpp>
#include <cxm/special/normal.hpp>

/// Intervals of a proportion x/n. All throw std::invalid_argument unless n > 0, 0 <= x <= n and 0 < level < 1.
namespace cxm {

/// Wilson's (1927) limits for a critical value z computed once: for use in loops; checks nothing.
inline bounds wilson_bounds(double x, double n, double z) {
    const double half = 0.5 * z;
    const double centre = x + z * half;
    const double reach = z * std::sqrt(x / n * (n - x) + half * half);
    // The low end is (centre - reach)/(n + z^2), written so that it does not cancel.
    return {x == 0.0 ? 0.0 : x / n * x / (centre + reach),
            x == n ? 1.0 : std::min(1.0, (centre + reach) / (n + z * z))};
}

/// The default: "wilson", without continuity correction.
inline interval wilson(double x, double n, double level = 0.95) {
    detail::require_proportion(x, n);
    const auto [low, high] = wilson_bounds(x, n, normal_critical(level));
    return {low, high, level, "wilson"};
}

/// "wilson-cc": with continuity correction (Newcombe 1998, method 4).
inline interval wilson_corrected(double x, double n, double level = 0.95) {
    detail::require_proportion(x, n);
    const double z = normal_critical(level);
    const double square = z * z;
    const double p = x / n;
    const double failures = n - x;
    const double below = z * std::sqrt(square - 2.0 - 1.0 / n + 4.0 * p * (failures + 1.0));
    const double above = z * std::sqrt(square + 2.0 - 1.0 / n + 4.0 * p * (failures - 1.0));
    const double twice = 2.0 * (n + square);
    return {x == 0.0 ? 0.0 : std::max(0.0, (2.0 * x + square - 1.0 - below) / twice),
            x == n ? 1.0 : std::min(1.0, (2.0 * x + square + 1.0 + above) / twice), level, "wilson-cc"};
}

/// "clopper-pearson": the exact interval, for where coverage must be guaranteed.
inline interval clopper_pearson(double x, double n, double level = 0.95) {
    detail::require_proportion(x, n);
    detail::require_level(level);
    const double tail = 0.5 * (1.0 - level);
    return {x == 0.0 ? 0.0 : beta_quantile(tail, x, n - x + 1.0),
            x == n ? 1.0 : beta_upper_quantile(tail, x + 1.0, n - x), level, "clopper-pearson"};
}

/// "jeffreys": Bayes with Beta(1/2, 1/2) before the data; 0 at x = 0 and 1 at x = n (Brown, Cai & DasGupta 2001), and
/// moved out to x/n where a low level would miss it.
inline interval jeffreys(double x, double n, double level = 0.95) {
    detail::require_proportion(x, n);
    detail::require_level(level);
    const double tail = 0.5 * (1.0 - level);
    const auto [low, high] = holding({x == 0.0 ? 0.0 : beta_quantile(tail, x + 0.5, n - x + 0.5),
                                      x == n ? 1.0 : beta_upper_quantile(tail, x + 0.5, n - x + 0.5)},
                                     x / n);
    return {low, high, level, "jeffreys"};
}

/// "agresti-coull" (1998), clipped to 0..1.
inline interval agresti_coull(double x, double n, double level = 0.95) {
    detail::require_proportion(x, n);
    const double z = normal_critical(level);
    const double total = n + z * z;
    const double centre = (x + 0.5 * z * z) / total;
    const double reach = z * std::sqrt(centre * (1.0 - centre) / total);
    return {std::max(0.0, centre - reach), std::min(1.0, centre + reach), level, "agresti-coull"};
}

/// "wald", clipped to 0..1: for comparison only, it has no width at x = 0 and x = n.
inline interval wald(double x, double n, double level = 0.95) {
    detail::require_proportion(x, n);
    const double p = x / n;
    const double reach = normal_critical(level) * std::sqrt(p * (1.0 - p) / n);
    return {std::max(0.0, p - reach), std::min(1.0, p + reach), level, "wald"};
}

}  // namespace cxm
