#pragma once

#include <string>

#include "results/report.hpp"
#include "write/people.hpp"

namespace cxm {

/// A result's formula with the numbers of its record, the only one: `(12000 - 5000) / 10000 = 70.0 %`; or why there is
/// no result.
std::string filled_in(const result& r, const records& rows, const notation& in);

/// The same of a report's first result, by its terms where it is a sum of metrics that the report has too:
/// `rox_do 33.6 % + rox_like 72.0 % - cost 100 % = 18.4 %`.
std::string own_numbers(const report& with, const notation& in);

/// The metric's example, likewise.
std::string example_text(const metric& m, const notation& in);

}  // namespace cxm
