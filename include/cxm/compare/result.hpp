#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <cxm/interval/basis.hpp>

namespace cxm {

/// B minus A, where A is the control or the earlier period; `test` names the source of the two-sided p.
struct difference {
    double estimate;
    std::optional<interval> limits;
    std::optional<double> p;
    std::string_view test;
    std::optional<double> error = {};      ///< the standard error that the test divides by; exact tests have none
    std::optional<double> statistic = {};  ///< z, or the t of Welch's test
};

/// B over A: infinite where only A is 0, absent where both are; the limits exist all the same.
struct quotient {
    std::optional<double> estimate;
    interval limits;
    double p;
    std::string_view test;
};

namespace detail {

/// Limits of b - a from the limits of each: the distances squared and added (MOVER, Zou & Donner 2008).
inline bounds squared_and_added(double a, bounds of_a, double b, bounds of_b) {
    const double gap = b - a;
    return {gap - std::hypot(b - of_b.low, of_a.high - a), gap + std::hypot(of_b.high - b, a - of_a.low)};
}

inline interval clipped(bounds limits, double least, double most, double level, std::string_view method) {
    return {std::max(least, limits.low), std::min(most, limits.high), level, method};
}

}  // namespace detail

}  // namespace cxm
