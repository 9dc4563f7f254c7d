#pragma once

#include <optional>
#include <string>

#include "rows/front_cells.hpp"
#include "rows/wanted_cells.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// How to read the numbers of a table whose number cells are wanted, as its front tells; a mark that is said needs
/// no telling. Throws bad_input where the front has either mark.
number_reader numbers_of(const wanted_cells& wanted, const front_source& table, const csv_layout& layout,
                         std::optional<char> decimal_said);

/// Refuses a file that has both.
[[noreturn]] void refuse_either_mark(const std::string& file);

}  // namespace cxm
