#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Whether a label says that its record is the sum or mean of others: `Total:`, `EU Total`, `Gesamt`, `all segments`,
/// `Average`.
bool is_total(std::string_view label);

/// The names of the labels, and an empty one for the period, of which a record has a value that is no total.
std::vector<std::string> names_with_parts(const std::vector<records>& files);

/// A record's value of a label, or of the period where the name is empty; empty where it has none.
std::string_view value_under(const records& rows, std::size_t row, const std::string& name);

/// Whether that value is there, and is no total.
bool has_part(const records& rows, std::size_t row, const std::string& name);

/// Leaves out the records that are the sum of others: that say so in their period or a label, or lack one that others
/// have. Returns how many.
std::size_t drop_totals(std::vector<records>& files);

}  // namespace cxm
