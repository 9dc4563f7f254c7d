#pragma once

#include <string>
#include <vector>

#include "tally/counter.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Warns of what is likely a slip in the plan or in the rows, and notes what was decided.
void say_what_to_know(const counter& counted, tally_result& into);

/// Warns of a file that has a column of periods and measures by their names, where nothing keeps the periods apart: its
/// stocks would be added up.
void warn_of_periods(const program& plan, const std::string& file, const std::vector<std::string>& names,
                     tally_result& into);

}  // namespace cxm
