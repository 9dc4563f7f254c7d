#pragma once

#include <cstdint>
#include <vector>

#include "tally/condition.hpp"
#include "tally/fixed.hpp"
#include "tally/row_batch.hpp"

namespace cxm {

/// SQL's logic: what a blank cell is compared with is neither so nor not.
enum class truth : std::uint8_t { no, yes, unknown };

/// What a condition is for a row; `cells_of[i]` is the cell of its column i. Throws cell_problem.
truth evaluate(const condition& c, const std::vector<std::size_t>& cells_of, const row_cells& cells,
               number_reader& numbers);

}  // namespace cxm
