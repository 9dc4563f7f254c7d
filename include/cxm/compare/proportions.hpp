#pragma once

#include <cmath>
#include <optional>

#include <cxm/interval/basis.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

/// x of n: the counts of one group, 0 <= x <= n, n > 0.
struct proportion {
    double x;
    double n;
};

/// A normal statistic, B minus A, with its two-sided p; z is absent and p is 1 where all or none converted.
struct z_test {
    std::optional<double> z;
    double p;
    std::optional<double> error = {};  ///< the standard error that the difference is divided by
};

namespace detail {

inline void require_proportions(proportion a, proportion b) {
    require_proportion(a.x, a.n);
    require_proportion(b.x, b.n);
}

/// b - a from the counts, without the rounding of the two shares.
inline double share_gap(proportion a, proportion b) { return product_difference(b.x, a.n, a.x, b.n) / a.n / b.n; }

inline z_test pooled_test(proportion a, proportion b, double factor) {
    require_proportions(a, b);
    const double x = a.x + b.x;
    const double n = a.n + b.n;
    if (x == 0.0 || x == n) {
        return {std::nullopt, 1.0};
    }
    const double variance = x / n * ((n - x) / n) * (1.0 / a.n + 1.0 / b.n);
    const double error = std::sqrt(variance * factor);
    const double z = share_gap(a, b) / error;
    return {z, two_sided_p(z), error};
}

}  // namespace detail

/// The pooled z test, whose square is chi-square; pairs with Mee's and Koopman's limits.
inline z_test pooled_z_test(proportion a, proportion b) { return detail::pooled_test(a, b, 1.0); }

/// The "N-1" test (Campbell 2007), the default; pairs with Miettinen and Nurminen's limits.
inline z_test n_minus_1_test(proportion a, proportion b) {
    const double n = a.n + b.n;
    return detail::pooled_test(a, b, n / (n - 1.0));
}

/// Whether a count expected under equal shares is below 5, where Fisher's test is preferred.
inline bool small_expected_counts(proportion a, proportion b) {
    detail::require_proportions(a, b);
    const double x = a.x + b.x;
    const double n = a.n + b.n;
    return std::fmin(x, n - x) / n * std::fmin(a.n, b.n) < 5.0;
}

}  // namespace cxm
