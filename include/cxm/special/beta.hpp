#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <cxm/special/normal.hpp>
#include <cxm/special/search.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

namespace detail {

/// x^a y^b / B(a, b) with y = 1 - x: the beta density times x y, hence the density of the log-odds of x.
inline double beta_kernel(double x, double y, double a, double b) {
    const double n = a + b;
    return std::sqrt(a / n * b / (2.0 * std::numbers::pi)) *
           std::exp(stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) -
                    deviance(b, n * y));
}

/// The lower tail at x up to the mean, by the continued fraction of Didonato and Morris (1992) with Lentz's method.
inline double beta_fraction(double x, double y, double a, double b) {
    // The distance to the mean, from whichever of x and y is the small one.
    const double distance = a < b ? a - (a + b) * x : (a + b) * y - b;
    const auto denominator = [=](double m) {
        return m + m * (b - m) * x / (a + 2.0 * m - 1.0) +
               (a + m) / (a + 2.0 * m + 1.0) * (distance + 1.0 + m * (1.0 + y));
    };
    double fraction = a / (a + 1.0) * (distance + 1.0);
    double c = fraction;
    double d = 0.0;
    for (double m = 1.0; m < 100000.0; ++m) {
        const double step = (a + m - 1.0) / (a + 2.0 * m - 1.0) * x;
        const double numerator = step * ((a + b + m - 1.0) / (a + 2.0 * m - 1.0) * x) * m * (b - m);
        d = 1.0 / (denominator(m) + numerator * d);
        c = denominator(m) + numerator / c;
        fraction *= c * d;
        if (std::fabs(c * d - 1.0) < 4.0 * std::numeric_limits<double>::epsilon()) {
            break;
        }
    }
    return beta_kernel(x, y, a, b) / fraction;
}

/// The lower tail at x below the mean: large shapes by integration, as the fraction needs about sqrt(min(a, b)) terms.
inline double beta_lower_tail(double x, double y, double a, double b) {
    if (std::min(a, b) <= 3000.0) {
        return beta_fraction(x, y, a, b);
    }
    const double n = a + b;
    const double sd = std::sqrt(a / n * (b / n) / n);
    const double width = 0.5 * sd / std::max(1.0, std::fabs(x - a / n) / sd);
    return tail_integral(width, [=](double distance) {
        const double at = x - distance;
        const double rest = y + distance;
        return at > 0.0 ? beta_kernel(at, rest, a, b) / (at * rest) : 0.0;
    });
}

}  // namespace detail

/// Regularised incomplete beta function, both sides, at x with y = 1 - x given apart so that neither loses digits.
inline tails beta_tails(double x, double y, double a, double b) {
    if (!(x > 0.0) || !(y > 0.0)) {
        return x > 0.0 ? tails{1.0, 0.0} : tails{0.0, 1.0};
    }
    if (a < b ? x <= a / (a + b) : y >= b / (a + b)) {
        const double lower = std::min(1.0, detail::beta_lower_tail(x, y, a, b));
        return {lower, 1.0 - lower};
    }
    const double upper = std::min(1.0, detail::beta_lower_tail(y, x, b, a));
    return {1.0 - upper, upper};
}

/// The log-odds ln(x/(1-x)) of the point whose lower tail is p, for shapes a, b > 0 and p in (0, 1).
inline double beta_log_odds(double p, double a, double b) {
    const bool upper = p > 0.5;
    const double goal = upper ? 1.0 - p : p;
    const double sign = upper ? 1.0 : -1.0;
    // The log-odds of a beta variable have about this mean and spread; the search is safe from any start.
    const double start = std::log(a / b) + normal_quantile(p) * std::sqrt(1.0 / a + 1.0 / b);
    return detail::falling_root(-750.0, 750.0, start, [=](double t) {
        const double x = 1.0 / (1.0 + std::exp(-t));
        const double y = 1.0 / (1.0 + std::exp(t));
        const tails both = beta_tails(x, y, a, b);
        const double tail = upper ? both.upper : both.lower;
        return detail::tangent{sign * std::log(tail / goal), -detail::beta_kernel(x, y, a, b) / tail};
    });
}

/// The x with P(X <= x) = p for a beta variable with shapes a, b > 0; p in (0, 1).
inline double beta_quantile(double p, double a, double b) { return 1.0 / (1.0 + std::exp(-beta_log_odds(p, a, b))); }

/// The x with P(X >= x) = p for a beta variable; keeps the digits of a small p.
inline double beta_upper_quantile(double p, double a, double b) {
    return 1.0 / (1.0 + std::exp(beta_log_odds(p, b, a)));
}

}  // namespace cxm
