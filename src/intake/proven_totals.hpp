#pragma once

#include <string>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Whether a record says by a word in its period or a label that it may be the sum of others beside it, or `blanks`
/// too, by a blank.
bool may_hold_totals(const records& rows, bool blanks);

/// Leaves out the records that say so and are that sum, where each that says so is: of counts and money exactly. Where
/// one is not, none is left out. Says in a sentence what was, empty where nothing.
std::string drop_proven_totals(std::vector<records>& files);

}  // namespace cxm
