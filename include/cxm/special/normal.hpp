#pragma once

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace cxm {

/// P(Z <= z), accurate in relative terms down to the smallest lower tails.
inline double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

/// P(|Z| >= |z|): the two-sided p-value of a normal statistic, positive up to |z| of about 38.
inline double two_sided_p(double z) { return std::erfc(std::fabs(z) / std::numbers::sqrt2); }

namespace detail {

/// The z whose upper tail is `tail` in (0, 0.5]: Abramowitz & Stegun 26.2.23 within 4.5e-4, then Halley's steps.
inline double normal_upper_quantile(double tail) {
    const double t = std::sqrt(-2.0 * std::log(tail));
    double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    for (int step = 0; step < 3; ++step) {
        const double density = std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::numbers::pi);
        const double newton = (normal_cdf(-z) - tail) / density;
        z += newton / (1.0 - 0.5 * z * newton);
    }
    return z;
}

}  // namespace detail

/// The z with P(Z <= z) = p; minus or plus infinity at 0 and 1; throws std::invalid_argument outside 0..1.
inline double normal_quantile(double p) {
    if (!(p >= 0.0 && p <= 1.0)) {
        throw std::invalid_argument("a probability lies between 0 and 1");
    }
    if (p == 0.0 || p == 1.0) {
        return p == 0.0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    }
    return p < 0.5 ? -detail::normal_upper_quantile(p) : p > 0.5 ? detail::normal_upper_quantile(1.0 - p) : 0.0;
}

/// The z of a two-sided confidence level (0.95 gives 1.96); throws std::invalid_argument unless 0 < level < 1.
inline double normal_critical(double level) {
    if (!(level > 0.0 && level < 1.0)) {
        throw std::invalid_argument("a confidence level lies strictly between 0 and 1");
    }
    return -normal_quantile(0.5 * (1.0 - level));
}

}  // namespace cxm
