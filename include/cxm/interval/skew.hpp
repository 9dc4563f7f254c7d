#pragma once

#include <algorithm>
#include <cmath>

namespace cxm {

/// The least skewness that n values of 0 or more can have with this sum and sum of squares, by Cauchy and Schwarz: cv -
/// 1 / cv, of their coefficient of variation cv; 0 where they may be even.
inline double least_skewness(double sum, double sum_of_squares, double n) {
    const double variation = std::sqrt(std::max(0.0, n * sum_of_squares / (sum * sum) - 1));
    return variation > 1 ? variation - 1 / variation : 0;
}

/// Whether so few values are so skewed that the t interval of their mean misses more often than its level says: n is
/// not above 25 times the squared skewness (Cochran 1977, Sampling Techniques, 2.15).
inline bool is_too_skewed(double sum, double sum_of_squares, double n) {
    const double skewness = least_skewness(sum, sum_of_squares, n);
    return skewness > 0 && n <= 25 * skewness * skewness;
}

}  // namespace cxm
