#pragma once

#include <bit>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "plan/condition.hpp"
#include "rows/row_batch.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// Rows of a batch before the first one at fault, and its fault.
class sound_rows {
public:
    explicit sound_rows(std::optional<cell_problem>& fault) : fault_(fault) {}

    row_mask rows() const { return rows_; }

    /// Does something for each of some rows; the first at fault, of which it throws cell_problem, ends them.
    template <class Each>
    void for_each(row_mask rows, Each each) {
        for (rows &= rows_; rows != 0; rows &= rows - 1) {
            const std::size_t row = static_cast<std::size_t>(std::countr_zero(rows));
            try {
                each(row);
            } catch (cell_problem& problem) {
                problem.row = row;
                fault_ = std::move(problem);
                rows_ = first_rows(row);
                return;
            }
        }
    }

private:
    std::optional<cell_problem>& fault_;
    row_mask rows_ = ~row_mask{0};
};

/// A column of a batch, and the rows of it that are asked about.
struct compared_cells {
    const std::string_view* cells;
    std::size_t number;  ///< of the column
    std::size_t size;    ///< rows of the batch
    row_mask open;
};

/// Rows whose cells are what they are compared with, rows whose come before, and rows that have none to compare.
struct cell_order {
    row_mask same = 0;
    row_mask less = 0;
    row_mask blank = 0;
};

/// How cells compare as texts, by their bytes; which come before is told only where `how` asks for it.
cell_order order_of_texts(const compared_cells& of, comparison_operator how, std::string_view with, sound_rows& sound);

/// How cells compare as numbers; one that is none is a fault.
cell_order order_of_numbers(const compared_cells& of, const literal& with, number_reader& numbers, sound_rows& sound);

}  // namespace cxm
