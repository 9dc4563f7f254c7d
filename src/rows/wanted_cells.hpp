#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "plan/blank.hpp"
#include "plan/condition.hpp"

namespace cxm {

/// The cells that a question asks of rows: columns, and behind them what is made of columns.
struct wanted_cells {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// A cell that is made of another one.
    struct changed_cell {
        std::size_t from;
        std::vector<text_function> through;
        bool operator==(const changed_cell&) const = default;
    };

    std::vector<std::string> columns;  ///< in the order of the cells
    std::vector<changed_cell> changed_cells;
    std::vector<std::string> perhaps_texts;  ///< of the columns, those that may be meant as texts
    std::vector<blank_text> blanks;          ///< cells that count as blank
    std::vector<std::size_t> number_cells;   ///< that are read as numbers, in any order and however often

    /// Columns of what a query found, which are read behind the others where a file has all of them.
    std::vector<std::string> findings;

    bool reads_money = false;  ///< some of these numbers are amounts

    /// The cell of a column, which is added where it is new.
    std::size_t cell_of(const std::string& column);

    /// The same of what is made of a column; the number holds once all columns are known.
    std::size_t cell_of(const column_text& column);

    template <class Column>
    std::vector<std::size_t> cells_of(const std::vector<Column>& wanted) {
        std::vector<std::size_t> cells;
        for (const Column& column : wanted) {
            cells.push_back(cell_of(column));
        }
        return cells;
    }

    /// The cells of a condition's columns, with what it compares them with noted.
    std::vector<std::size_t> cells_of(const condition& where);

    /// The column that a cell stands for in messages.
    std::size_t column_of(std::size_t cell) const {
        return cell < columns.size() ? cell : changed_cells[cell - columns.size()].from;
    }
};

/// Throws bad_usage for a blank of a column that is not read.
void require_columns_of_blanks(const wanted_cells& wanted);

}  // namespace cxm
