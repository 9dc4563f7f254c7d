#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "bytes/front_source.hpp"
#include "rows/csv_scan.hpp"

namespace cxm {

/// Gives the cells of the wanted columns that the whole rows of a table's front have, as the sink will get them, up to
/// the first row that is malformed.
void for_front_cells(const front_source& table, const csv_layout& layout,
                     const std::function<void(std::size_t cell, std::string_view text)>& look);

}  // namespace cxm
