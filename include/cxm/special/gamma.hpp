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

/// x^a e^-x / Gamma(a): the gamma density times x, hence the density of ln x.
inline double gamma_kernel(double x, double a) {
    return std::sqrt(a / (2.0 * std::numbers::pi)) * std::exp(-deviance(a, x) - stirling_error(a));
}

/// The lower tail by its power series, which is quick below the mean.
inline double gamma_series(double x, double a) {
    double term = 1.0 / a;
    double sum = term;
    for (double i = 1.0; term > 1e-17 * sum; ++i) {
        term *= x / (a + i);
        sum += term;
    }
    return gamma_kernel(x, a) * sum;
}

/// The upper tail by its continued fraction (Lentz's method), which is quick above the mean.
inline double gamma_fraction(double x, double a) {
    constexpr double tiny = 1e-300;
    double b = x + 1.0 - a;
    double c = 1.0 / tiny;
    double d = 1.0 / (std::fabs(b) < tiny ? tiny : b);
    double fraction = d;
    for (double i = 1.0; i < 100000.0; ++i) {
        const double numerator = -i * (i - a);
        b += 2.0;
        d = numerator * d + b;
        c = b + numerator / c;
        d = 1.0 / (std::fabs(d) < tiny ? tiny : d);
        c = std::fabs(c) < tiny ? tiny : c;
        fraction *= d * c;
        if (std::fabs(d * c - 1.0) < 4.0 * std::numeric_limits<double>::epsilon()) {
            break;
        }
    }
    return gamma_kernel(x, a) * fraction;
}

}  // namespace detail

/// Regularised incomplete gamma function, both sides, of x >= 0 for shape a > 0.
inline tails gamma_tails(double x, double a) {
    if (!(x > 0.0)) {
        return {0.0, 1.0};
    }
    const bool below = x < a + 1.0;
    double tail = 0.0;
    if (a > 3000.0) {
        const double sd = std::sqrt(a);
        const double width = 0.5 * sd / std::max(1.0, std::fabs(x - a) / sd);
        tail = detail::tail_integral(width, [=](double distance) {
            const double at = below ? x - distance : x + distance;
            return at > 0.0 ? detail::gamma_kernel(at, a) / at : 0.0;
        });
    } else {
        tail = below ? detail::gamma_series(x, a) : detail::gamma_fraction(x, a);
    }
    tail = std::min(tail, 1.0);
    return below ? tails{tail, 1.0 - tail} : tails{1.0 - tail, tail};
}

namespace detail {

/// ln of the point whose lower (or upper) tail is p; Newton's steps on the log of the tail, which is concave in ln x.
inline double gamma_log_quantile(double p, double a, bool upper) {
    const double z = (upper ? -1.0 : 1.0) * normal_quantile(p);
    const double cube = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * std::sqrt(a));  // Wilson & Hilferty 1931
    const double start = cube > 0.1 ? std::log(a) + 3.0 * std::log(cube) : (std::log(p) + log_gamma(a + 1.0)) / a;
    const double sign = upper ? 1.0 : -1.0;
    return falling_root(-750.0, 700.0, start, [=](double t) {
        const double x = std::exp(t);
        const double tail = upper ? gamma_tails(x, a).upper : gamma_tails(x, a).lower;
        return tangent{sign * std::log(tail / p), -gamma_kernel(x, a) / tail};
    });
}

}  // namespace detail

/// The x with P(X <= x) = p for a gamma variable of shape a > 0; p in (0, 1).
inline double gamma_quantile(double p, double a) {
    return std::exp(p <= 0.5 ? detail::gamma_log_quantile(p, a, false) : detail::gamma_log_quantile(1.0 - p, a, true));
}

/// The x with P(X >= x) = p for a gamma variable of shape a > 0; keeps the digits of a small p.
inline double gamma_upper_quantile(double p, double a) {
    return std::exp(p <= 0.5 ? detail::gamma_log_quantile(p, a, true) : detail::gamma_log_quantile(1.0 - p, a, false));
}

/// The x with P(X <= x) = p for chi-square with `degrees` > 0 degrees of freedom.
inline double chi_square_quantile(double p, double degrees) { return 2.0 * gamma_quantile(p, 0.5 * degrees); }

}  // namespace cxm
