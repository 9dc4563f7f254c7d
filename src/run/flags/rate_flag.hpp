#pragma once

#include <string>
#include <string_view>

#include <cxm/period.hpp>

namespace cxm {

/// A rate of discount and what it is of.
struct dated_rate {
    double rate;       ///< 0.1 for 10 %
    grain per;         ///< free: of one period, whichever it is
    std::string text;  ///< as it is given
};

/// Reads `10%`, `0.1`, `10%/year`, `1%/month`; throws bad_usage with the flag.
dated_rate rate_of(std::string_view flag, const std::string& text);

/// How often a stretch of the calendar comes in a year, 365.25 days; 0 for `free`.
double times_a_year(grain of);

/// The same rate of one of so many periods in a year; throws bad_usage where it is of a stretch of the calendar and
/// nothing says how many there are (0).
double per_period(std::string_view flag, const dated_rate& rate, double periods_per_year);

}  // namespace cxm
