#pragma once

#include <string>

#include "bytes/front_source.hpp"
#include "rows/csv_scan.hpp"
#include "rows/wanted_cells.hpp"

namespace cxm {

/// What to warn of where amounts are read and a column beside them, which nobody asked for, names several currencies in
/// the table's front; empty else.
std::string warning_of_currencies(const wanted_cells& wanted, const front_source& table, const csv_layout& layout);

}  // namespace cxm
