#pragma once

#include <string>
#include <string_view>

#include <cxm/metric.hpp>

#include "write/people.hpp"

namespace cxm {

/// A change in the metric's own unit, signed: `+1.2`, `-3.1`, `+17 min 13 s`; and with the unit: `+1.2 pp`, `+4.00
/// EUR`.
std::string change_number(const metric& m, double change, const wording& say = {});
std::string change_amount(const metric& m, double change, const notation& in);

/// A change between two periods in the unit that suits the metric.
struct people_change {
    std::string number;     ///< signed; `0.0` where it rounds to nothing
    std::string_view unit;  ///< `pp`, `%`, or nothing: the metric's own
};

/// Percentage points for shares, rates and ratios, the metric's unit for points and scores, percent for the rest.
people_change people_difference(const metric& m, double before, double after, int decimals, const wording& say = {});

}  // namespace cxm
