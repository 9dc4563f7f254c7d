#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// How many columns come before the numbers.
std::size_t text_columns(const records& rows);

/// Header and cells of every record, as texts; empty where a record lacks something.
std::vector<std::vector<std::string>> cells_of(const records& rows);

}  // namespace cxm
