#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/arithmetic.hpp"
#include "rows/cell_order.hpp"
#include "rows/row_batch.hpp"
#include "values/exact_decimal.hpp"

namespace cxm {

/// Numbers of the rows of a batch, which mean nothing where the row is blank.
struct decimal_column {
    exact_decimal of[row_batch::most];
    row_mask blank = 0;
};

/// Does arithmetic on the rows that are open; `cells_of[i]` is the cell of its column i. A row is blank where one of
/// the columns is; one whose cell is no number, or whose result has too many digits, is at fault, and `advice` is added
/// to what is wrong with a cell. The result is in `room`, which grows to what is needed.
const decimal_column& compute(const arithmetic& how, const std::vector<std::size_t>& cells_of, const row_batch& rows,
                              row_mask open, number_reader& numbers, sound_rows& sound, std::string_view advice,
                              std::vector<decimal_column>& room);

}  // namespace cxm
