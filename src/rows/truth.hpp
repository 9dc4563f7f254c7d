#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "plan/condition.hpp"
#include "rows/row_batch.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// What a condition is for the rows of a batch by SQL's logic: what a blank cell is compared with is neither so nor
/// not. It is not so for rows that have neither bit.
struct truths {
    row_mask yes = 0;
    row_mask unknown = 0;
};

/// What a condition is for the rows asked about; `cells_of[i]` is the cell of its column i.
///
/// Only cells that matter are looked at: none of the right side where the left one decides. The first row at fault goes
/// to `fault`, and from it on there is no answer.
truths evaluate(const condition& c, const std::vector<std::size_t>& cells_of, const row_batch& rows, row_mask asked,
                number_reader& numbers, std::optional<cell_problem>& fault);

}  // namespace cxm
