#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "write/lines.hpp"
#include "write/look.hpp"

namespace cxm {

struct grid_column {
    std::string title = {};
    bool to_the_right = true;  ///< where its cells stand
    unsigned expendable = 0;   ///< where room is short, the highest is left out first; never where it is 0
    std::size_t gap = 2;       ///< before the column
    std::size_t least = 0;     ///< how wide it is at least
    std::string called = {};   ///< where it is left out, what is named; empty: the title
};

struct grid_cell {
    std::string text = {};
    style looks = style::plain;
};

/// Rows of cells in columns as wide as their widest cell, as many columns as a width has room for. The first column is
/// cut where the others leave too little; no other cell is cut, and none is wrapped.
class grid {
public:
    grid(std::vector<grid_column> columns, std::size_t indent);

    /// A row has a cell for each column.
    void add(std::vector<grid_cell> row) { rows_.push_back(std::move(row)); }

    /// Chooses the columns, once all rows are there; returns whether the first need not be cut.
    bool fit(std::size_t width);

    void draw_titles(lines& to, bool ascii) const;
    void draw_row(lines& to, std::size_t row, bool ascii) const;

    bool has(std::size_t column) const { return shown_[column]; }

    /// Where a column's cells begin.
    std::size_t start_of(std::size_t column) const;

    /// Titles of the columns that there was no room for.
    std::vector<std::string> left_out() const;

private:
    std::vector<grid_column> columns_;
    std::size_t indent_;
    std::vector<std::vector<grid_cell>> rows_;
    std::vector<std::size_t> widths_;
    std::vector<bool> shown_;

    std::size_t total() const;
    void draw(lines& to, const std::vector<grid_cell>& cells, bool ascii) const;
};

/// `… p, n: a wider terminal shows them`; empty where nothing is left out.
std::string left_out_note(const std::vector<std::string>& titles, const look& drawn);

}  // namespace cxm
