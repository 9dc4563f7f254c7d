#pragma once

#include <array>
#include <cmath>
#include <numbers>

namespace cxm {

namespace detail {

/// ln Gamma(a) - [(a - 1/2) ln a - a + ln(2 pi)/2]: what Stirling's formula leaves out, for a > 0.
/// Own code rather than std::lgamma, which writes a global sign and so is no function for threads.
inline double stirling_error(double a) {
    if (a >= 10.0) {
        constexpr std::array series{1.0 / 12,   -1.0 / 360,      1.0 / 1260, -1.0 / 1680,
                                    1.0 / 1188, -691.0 / 360360, 1.0 / 156};
        const double inverse_square = 1.0 / (a * a);
        double sum = 0.0;
        for (auto term = series.rbegin(); term != series.rend(); ++term) {
            sum = sum * inverse_square + *term;
        }
        return sum / a;
    }
    double shifted = a;
    double product = 1.0;
    while (shifted < 10.0) {
        product *= shifted;
        shifted += 1.0;
    }
    return (shifted - 0.5) * std::log(shifted) - shifted + stirling_error(shifted) - std::log(product) -
           ((a - 0.5) * std::log(a) - a);
}

/// x ln(x/m) + m - x for x >= 0 and m > 0, without cancellation where x is near m (Loader 2000).
inline double deviance(double x, double m) {
    if (x == 0.0) {
        return m;
    }
    const double gap = x - m;
    if (std::fabs(gap) >= 0.1 * (x + m)) {
        return x * std::log(x / m) - gap;
    }
    const double v = gap / (x + m);
    double sum = gap * v;
    double power = 2.0 * x * v;
    for (double odd = 3.0;; odd += 2.0) {
        power *= v * v;
        const double next = sum + power / odd;
        if (next == sum) {
            return sum;
        }
        sum = next;
    }
}

/// ln of the binomial probability of x in n at chance p, given q = 1 - p, so that neither end loses digits.
inline double log_binomial(double x, double n, double p, double q) {
    const double rest = n - x;
    const double fit = -deviance(x, n * p) - deviance(rest, n * q);
    if (x == 0.0 || rest == 0.0) {
        return fit;
    }
    return fit + stirling_error(n) - stirling_error(x) - stirling_error(rest) +
           0.5 * std::log(n / x / rest / (2.0 * std::numbers::pi));
}

}  // namespace detail

/// ln Gamma(a) for a > 0, within about 1e-14 absolute or 1e-15 relative, whichever is larger.
inline double log_gamma(double a) {
    constexpr double half_log_two_pi = 0.918938533204672741780329736406;
    return (a - 0.5) * std::log(a) - a + half_log_two_pi + detail::stirling_error(a);
}

/// ln n! for n >= 0.
inline double log_factorial(double n) { return n <= 1.0 ? 0.0 : log_gamma(n + 1.0); }

/// ln [Gamma(a + n)/Gamma(a)] for a > 0 and n >= 0, without the cancellation of two large logarithms.
inline double log_rising(double a, double n) {
    if (n <= 16.0 && n == std::floor(n) && a < 1e15) {
        double product = 1.0;
        for (double i = 0.0; i < n; ++i) {
            product *= a + i;
        }
        return std::log(product);
    }
    return (a - 0.5) * std::log1p(n / a) + n * std::log(a + n) - n + detail::stirling_error(a + n) -
           detail::stirling_error(a);
}

/// ln B(a, b) for a, b > 0.
inline double log_beta(double a, double b) {
    return a < b ? log_gamma(a) - log_rising(b, a) : log_gamma(b) - log_rising(a, b);
}

}  // namespace cxm
