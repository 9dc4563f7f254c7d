#pragma once

#include <algorithm>
#include <cmath>

#include <cxm/compare/proportions.hpp>
#include <cxm/compare/result.hpp>
#include <cxm/interval/proportion.hpp>
#include <cxm/special/normal.hpp>
#include <cxm/special/search.hpp>

/// Limits of the difference of two proportions, B minus A, in -1..1.
/// All throw std::invalid_argument for counts that are no proportions and levels outside (0, 1).
namespace cxm {

namespace detail {

/// The most likely share of A if B's is larger by delta >= 0. Miettinen and Nurminen's cubic in the form of a
/// likelihood slope: their cosine formula loses half its digits for rare events.
inline double restricted_share(proportion a, proportion b, double delta) {
    const double fail_a = a.n - a.x;
    const double fail_b = b.n - b.x;
    const double high = 1.0 - delta;
    if (high <= 0.0) {
        return 0.0;
    }
    const double pooled = (a.x + b.x) / (a.n + b.n);
    const double guess = std::clamp(pooled - delta * b.n / (a.n + b.n), 1e-3 * pooled * high, high);
    return falling_root(0.0, high, guess, [=](double p) {
        const double q = 1.0 - p;
        const double p_b = p + delta;
        const double q_b = high - p;
        // The slope of the log-likelihood times p q p_b q_b, which keeps its sign and stays finite at both ends.
        const double gain = a.x * q - fail_a * p;
        const double gain_b = b.x * q_b - fail_b * p_b;
        return tangent{gain * p_b * q_b + gain_b * p * q,
                       -a.n * p_b * q_b + gain * (q_b - p_b) - b.n * p * q + gain_b * (q - p)};
    });
}

/// Variance of b - a if the true difference is delta.
inline double restricted_variance(proportion a, proportion b, double delta) {
    if (delta < 0.0) {
        return restricted_variance(b, a, -delta);
    }
    const double p_a = delta == 0.0 ? (a.x + b.x) / (a.n + b.n) : restricted_share(a, b, delta);
    const double p_b = p_a + delta;
    return p_a * (1.0 - p_a) / a.n + p_b * std::max(0.0, 1.0 - p_b) / b.n;
}

/// Inverts the score test of a difference; `factor` scales its variance.
inline bounds score_difference(proportion a, proportion b, double z, double factor) {
    const double gap = share_gap(a, b);
    const auto accepts = [=](double delta) {
        return std::fabs(gap - delta) <= z * std::sqrt(factor * restricted_variance(a, b, delta));
    };
    return {boundary(gap, -1.0, accepts), boundary(gap, 1.0, accepts)};
}

}  // namespace detail

/// "miettinen-nurminen" (1985), the default; excludes 0 exactly where the N-1 test has p below 1 - level.
inline interval miettinen_nurminen(proportion a, proportion b, double level = 0.95) {
    detail::require_proportions(a, b);
    const double n = a.n + b.n;
    const auto [low, high] = detail::score_difference(a, b, normal_critical(level), n / (n - 1.0));
    return {low, high, level, "miettinen-nurminen"};
}

/// "mee" (1984): the same without the factor N/(N-1); pairs with the pooled z test.
inline interval mee(proportion a, proportion b, double level = 0.95) {
    detail::require_proportions(a, b);
    const auto [low, high] = detail::score_difference(a, b, normal_critical(level), 1.0);
    return {low, high, level, "mee"};
}

/// "newcombe" (1998, method 10): Wilson's limits squared and added; closed form, but it can disagree with the test.
inline interval newcombe(proportion a, proportion b, double level = 0.95) {
    detail::require_proportions(a, b);
    const double z = normal_critical(level);
    return detail::clipped(
        detail::squared_and_added(a.x / a.n, wilson_bounds(a.x, a.n, z), b.x / b.n, wilson_bounds(b.x, b.n, z)), -1.0,
        1.0, level, "newcombe");
}

/// The default comparison of two shares: Miettinen and Nurminen's limits with the p of the N-1 test.
inline difference share_difference(proportion a, proportion b, double level = 0.95) {
    const interval limits = miettinen_nurminen(a, b, level);
    const z_test test = n_minus_1_test(a, b);
    return {detail::share_gap(a, b), limits, test.p, "n-1", test.error, test.z};
}

}  // namespace cxm
