#pragma once

#include <cmath>
#include <stdexcept>
#include <string_view>

namespace cxm {

/// A two-sided confidence interval at `level`; `high` may be plus infinity, which means "no upper limit".
struct interval {
    double low;
    double high;
    double level;
    std::string_view method;
};

/// The two ends of an interval or of a scale, without its level and method.
struct bounds {
    double low;
    double high;
};

/// The limits with the one that misses the value moved out to it: what was seen is never called impossible.
inline bounds holding(bounds limits, double value) {
    return {value < limits.low ? value : limits.low, value > limits.high ? value : limits.high};
}

namespace detail {

/// Throws std::invalid_argument with `broken` unless the condition holds.
inline void require(bool holds, const char* broken) {
    if (!holds) {
        throw std::invalid_argument(broken);
    }
}

// Each condition says what is legal rather than what is not, so that NaN fails it.

inline void require_level(double level) {
    require(level > 0.0 && level < 1.0, "a confidence level lies strictly between 0 and 1");
}

inline void require_proportion(double x, double n) {
    require(n > 0.0 && std::isfinite(n), "a proportion needs a positive total");
    require(x >= 0.0 && x <= n, "a proportion needs a count between 0 and its total");
}

/// a b - c d, exact to the last digits even where the products nearly cancel (Kahan).
inline double product_difference(double a, double b, double c, double d) {
    const double ab = a * b;
    const double cd = c * d;
    return (ab - cd) + (std::fma(a, b, -ab) - std::fma(c, d, -cd));
}

}  // namespace detail

}  // namespace cxm
