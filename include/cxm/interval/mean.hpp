#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include <cxm/interval/basis.hpp>
#include <cxm/special/student.hpp>

namespace cxm {

namespace detail {

/// n^2 times the variance with divisor n, from sums; 0 where rounding alone would make it negative.
/// Throws std::invalid_argument where no n numbers have these sums.
inline double squared_spread(double sum, double sum_of_squares, double n) {
    require(std::isfinite(sum) && std::isfinite(sum_of_squares), "sums must be finite");
    require(n >= 0.0 && std::isfinite(n), "a mean needs a count of 0 or more");
    const double spread = product_difference(n, sum_of_squares, sum, sum);
    require(spread >= -1e-9 * sum * sum, "the sum of squares is too small for the sum");
    return std::max(0.0, spread);
}

}  // namespace detail

/// "t": limits of a mean from the sum and the sum of squares of n values, clipped to `scale` where one is given.
/// Absent for n < 2 and where all values are equal; throws std::invalid_argument for impossible sums or levels.
inline std::optional<interval> mean_interval(double sum, double sum_of_squares, double n, double level = 0.95,
                                             std::optional<bounds> scale = std::nullopt) {
    detail::require_level(level);
    const double spread = detail::squared_spread(sum, sum_of_squares, n);
    if (n < 2.0 || spread == 0.0) {
        return std::nullopt;
    }
    const double mean = sum / n;
    const double reach = student_critical(level, n - 1.0) * std::sqrt(spread / (n - 1.0)) / n;
    interval limits{mean - reach, mean + reach, level, "t"};
    if (scale) {
        detail::require(scale->low <= mean && mean <= scale->high, "the mean lies outside the scale");
        limits.low = std::max(limits.low, scale->low);
        limits.high = std::min(limits.high, scale->high);
    }
    return limits;
}

}  // namespace cxm
