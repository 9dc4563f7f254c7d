#pragma once

#include <cmath>

#include <cxm/compare/result.hpp>
#include <cxm/interval/mean.hpp>
#include <cxm/special/student.hpp>

namespace cxm {

/// The sum and the sum of squares of n values.
struct value_sums {
    double sum;
    double sum_of_squares;
    double n;
};

/// "welch": the difference of two means without assuming equal variances, in the unit of the values.
/// No limits and no p where a group has fewer than 2 values or neither varies; throws std::invalid_argument for
/// impossible sums, empty groups and levels outside (0, 1).
inline difference mean_difference(value_sums a, value_sums b, double level = 0.95) {
    detail::require_level(level);
    detail::require(a.n > 0.0 && b.n > 0.0, "a mean needs at least one value");
    const double spread_a = detail::squared_spread(a.sum, a.sum_of_squares, a.n);
    const double spread_b = detail::squared_spread(b.sum, b.sum_of_squares, b.n);
    const double gap = b.sum / b.n - a.sum / a.n;
    if (a.n < 2.0 || b.n < 2.0 || (spread_a == 0.0 && spread_b == 0.0)) {
        return {gap, std::nullopt, std::nullopt, {}};
    }
    const double variance_a = spread_a / (a.n - 1.0) / a.n / a.n;
    const double variance_b = spread_b / (b.n - 1.0) / b.n / b.n;
    const double variance = variance_a + variance_b;
    const double part_a = variance_a / variance;
    const double part_b = variance_b / variance;
    const double degrees = 1.0 / (part_a * part_a / (a.n - 1.0) + part_b * part_b / (b.n - 1.0));
    const double error = std::sqrt(variance);
    const double reach = student_critical(level, degrees) * error;
    return {gap,
            interval{gap - reach, gap + reach, level, "welch"},
            student_two_sided_p(gap / error, degrees),
            "welch",
            error,
            gap / error};
}

}  // namespace cxm
