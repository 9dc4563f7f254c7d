#pragma once

#include "tally/counter.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Warns of what is likely a slip in the plan or in the rows, and notes what was decided.
void say_what_to_know(const counter& counted, tally_result& into);

}  // namespace cxm
