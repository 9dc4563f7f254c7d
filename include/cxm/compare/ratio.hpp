#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>

#include <cxm/compare/proportions.hpp>
#include <cxm/compare/result.hpp>
#include <cxm/special/normal.hpp>
#include <cxm/special/search.hpp>

/// Limits of the ratio of two proportions, B over A; relative lift is the ratio less 1.
/// All throw std::invalid_argument for counts that are no proportions and levels outside (0, 1).
namespace cxm {

namespace detail {

/// Variance of b - phi a if the true ratio is phi.
inline double restricted_variance_of_ratio(proportion a, proportion b, double phi) {
    const double n = a.n + b.n;
    const double x = a.x + b.x;
    const double sum = b.n * phi + b.x + a.n + a.x * phi;
    const double root = std::sqrt(std::max(0.0, product_difference(sum, sum, 4.0 * n * phi, x)));
    const double p_a = std::min({2.0 * x / (sum + root), 1.0, 1.0 / phi});
    const double p_b = phi * p_a;
    return p_b * std::max(0.0, 1.0 - p_b) / b.n + phi * phi * p_a * (1.0 - p_a) / a.n;
}

/// Inverts the score test of a ratio; `factor` scales its variance. Not both counts may be 0.
inline bounds score_ratio(proportion a, proportion b, double z, double factor) {
    const double share_a = a.x / a.n;
    const double share_b = b.x / b.n;
    const auto accepts = [=](double phi) {
        return std::fabs(share_b - phi * share_a) <= z * std::sqrt(factor * restricted_variance_of_ratio(a, b, phi));
    };
    double inside = share_b / share_a;
    if (a.x == 0.0) {
        inside = 1.0;
        while (!accepts(inside)) {
            inside *= 2.0;
        }
    }
    double outside = 2.0 * std::max(1.0, inside);
    while (a.x > 0.0 && accepts(outside)) {
        outside *= 2.0;
    }
    return {b.x == 0.0 ? 0.0 : boundary(inside, 0.0, accepts),
            a.x == 0.0 ? std::numeric_limits<double>::infinity() : boundary(inside, outside, accepts)};
}

inline interval ratio_limits(proportion a, proportion b, double level, double factor, std::string_view method) {
    require_proportions(a, b);
    const double z = normal_critical(level);
    if (a.x == 0.0 && b.x == 0.0) {
        return {0.0, std::numeric_limits<double>::infinity(), level, method};
    }
    const auto [low, high] = score_ratio(a, b, z, factor);
    return {low, high, level, method};
}

}  // namespace detail

/// "miettinen-nurminen" (1985), the default; excludes 1 exactly where the N-1 test has p below 1 - level.
inline interval miettinen_nurminen_ratio(proportion a, proportion b, double level = 0.95) {
    const double n = a.n + b.n;
    return detail::ratio_limits(a, b, level, n / (n - 1.0), "miettinen-nurminen");
}

/// "koopman" (1984): the same without the factor N/(N-1); pairs with the pooled z test.
inline interval koopman(proportion a, proportion b, double level = 0.95) {
    return detail::ratio_limits(a, b, level, 1.0, "koopman");
}

/// "katz" (1978): normal limits of the logarithm; absent where a count is 0.
inline std::optional<interval> katz(proportion a, proportion b, double level = 0.95) {
    detail::require_proportions(a, b);
    const double z = normal_critical(level);
    if (a.x == 0.0 || b.x == 0.0) {
        return std::nullopt;
    }
    const double ratio = b.x / b.n / (a.x / a.n);
    const double reach = z * std::sqrt((b.n - b.x) / b.x / b.n + (a.n - a.x) / a.x / a.n);
    return interval{ratio * std::exp(-reach), ratio * std::exp(reach), level, "katz"};
}

/// The default ratio of two shares: Miettinen and Nurminen's limits with the p of the N-1 test.
inline quotient share_ratio(proportion a, proportion b, double level = 0.95) {
    const interval limits = miettinen_nurminen_ratio(a, b, level);
    const bool defined = a.x > 0.0 || b.x > 0.0;
    const double infinity = std::numeric_limits<double>::infinity();
    const double ratio = a.x > 0.0 ? b.x / b.n / (a.x / a.n) : infinity;
    return {defined ? std::optional(ratio) : std::nullopt, limits, n_minus_1_test(a, b).p, "n-1"};
}

}  // namespace cxm
