#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Whether a label says that its record is the sum or mean of others: `Total:`, `EU Total`, `Gesamt`, `all segments`,
/// `Average`.
bool is_total(std::string_view label);

/// Leaves out the records that are the sum of others: that say so in their period or a label, or lack one that others
/// have. Returns how many.
std::size_t drop_totals(std::vector<records>& files);

}  // namespace cxm
