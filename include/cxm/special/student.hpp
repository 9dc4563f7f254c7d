#pragma once

#include <cmath>

#include <cxm/special/beta.hpp>

namespace cxm {

/// P(|T| >= |t|) for Student's t with `degrees` > 0 degrees of freedom.
inline double student_two_sided_p(double t, double degrees) {
    const double square = t * t;
    return beta_tails(degrees / (degrees + square), square / (degrees + square), 0.5 * degrees, 0.5).lower;
}

/// The t of a two-sided confidence level in (0, 1) with `degrees` > 0 degrees of freedom.
inline double student_critical(double level, double degrees) {
    // t^2/degrees is the odds of a beta variable; solving for the smaller of the two tails keeps the digits.
    const double log_odds =
        level < 0.5 ? beta_log_odds(level, 0.5, 0.5 * degrees) : -beta_log_odds(1.0 - level, 0.5 * degrees, 0.5);
    return std::sqrt(degrees) * std::exp(0.5 * log_odds);
}

}  // namespace cxm
