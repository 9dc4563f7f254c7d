#pragma once

#include <cmath>
#include <limits>

namespace cxm {

/// Gauss's function 2F1(a, 1; c; z) for 0 <= a <= c and 0 <= z < 1, by his continued fraction with Lentz's method: it
/// needs about 18/sqrt(1 - z) steps where the series needs 36/(1 - z) terms.
inline double hypergeometric_with_one(double a, double c, double z) {
    double fraction = 1.0;
    double numerator_ratio = 1.0;
    double denominator_ratio = 0.0;
    const auto step = [&](double partial) {
        denominator_ratio = 1.0 / (1.0 - partial * denominator_ratio);
        numerator_ratio = 1.0 - partial / numerator_ratio;
        const double change = numerator_ratio * denominator_ratio;
        fraction *= change;
        return std::fabs(change - 1.0) > 4.0 * std::numeric_limits<double>::epsilon();
    };
    for (double m = 0.0; m < 20000.0; ++m) {
        const double at = c + 2.0 * m;
        // The first partial numerator is a/c, whose general form is 0/0 for c = 1.
        const double odd = m == 0.0 ? a / c : (a + m) * (c + m - 1.0) / ((at - 1.0) * at);
        if (!step(odd * z) || !step((m + 1.0) * (c - a + m) / (at * (at + 1.0)) * z)) {
            break;
        }
    }
    return 1.0 / fraction;
}

}  // namespace cxm
