#include "write/grid.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/utf8.hpp"

namespace cxm {

grid::grid(std::vector<grid_column> columns, std::size_t indent)
    : columns_(std::move(columns)), indent_(indent), widths_(columns_.size()), shown_(columns_.size(), true) {}

std::size_t grid::total() const {
    std::size_t width = indent_;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        width += shown_[i] && widths_[i] > 0 ? widths_[i] + (i == 0 ? 0 : columns_[i].gap) : 0;
    }
    return width;
}

bool grid::fit(std::size_t width) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        // A column of empty cells is none, whatever its title.
        widths_[i] = 0;
        for (const std::vector<grid_cell>& row : rows_) {
            widths_[i] = std::max(widths_[i], display_width(row[i].text));
        }
        shown_[i] = widths_[i] > 0 || i == 0;
        widths_[i] = shown_[i] ? std::max({widths_[i], display_width(columns_[i].title), columns_[i].least}) : 0;
    }
    std::vector<std::size_t> expendable;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i].expendable > 0 && shown_[i]) {
            expendable.push_back(i);
        }
    }
    std::sort(expendable.begin(), expendable.end(),
              [&](std::size_t a, std::size_t b) { return columns_[a].expendable < columns_[b].expendable; });
    for (auto last = expendable.rbegin(); last != expendable.rend() && total() > width; ++last) {
        shown_[*last] = false;
    }
    // A wide one that is left out may leave room for a narrow one.
    for (const std::size_t i : expendable) {
        if (!shown_[i]) {
            shown_[i] = true;
            shown_[i] = total() <= width;
        }
    }
    constexpr std::size_t least = 10;
    const std::size_t excess = total() - std::min(total(), width);
    const std::size_t room = widths_[0] - std::min(widths_[0], excess);
    widths_[0] = std::min(widths_[0], std::max(room, least));
    return excess == 0;
}

std::size_t grid::start_of(std::size_t column) const {
    std::size_t at = indent_;
    for (std::size_t i = 0; i < column; ++i) {
        at += shown_[i] ? widths_[i] + (i == 0 ? 0 : columns_[i].gap) : 0;
    }
    return at + (column == 0 ? 0 : columns_[column].gap);
}

void grid::draw_titles(lines& to, bool ascii) const {
    std::vector<grid_cell> titles;
    for (const grid_column& column : columns_) {
        titles.push_back({column.title, style::dim});
    }
    draw(to, titles, ascii);
}

void grid::draw_row(lines& to, std::size_t row, bool ascii) const { draw(to, rows_[row], ascii); }

void grid::draw(lines& to, const std::vector<grid_cell>& cells, bool ascii) const {
    std::size_t at = indent_;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!shown_[i]) {
            continue;
        }
        at += i == 0 ? 0 : columns_[i].gap;
        const std::string text = i == 0 ? cut_to_fit(cells[i].text, widths_[i], ascii) : cells[i].text;
        if (columns_[i].to_the_right) {
            to.right(at + widths_[i], text, cells[i].looks);
        } else {
            to.left(at, text, cells[i].looks);
        }
        at += widths_[i];
    }
    to.end_line();
}

std::vector<std::string> grid::left_out() const {
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!shown_[i] && columns_[i].expendable > 0 && !columns_[i].title.empty() &&
            std::any_of(rows_.begin(), rows_.end(), [&](const auto& row) { return !row[i].text.empty(); })) {
            titles.push_back(columns_[i].called.empty() ? columns_[i].title : columns_[i].called);
        }
    }
    return titles;
}

std::string left_out_note(const std::vector<std::string>& titles, const look& drawn) {
    if (titles.empty()) {
        return {};
    }
    const std::string_view more = drawn.ascii ? "..." : "…";
    const std::string names = fmt::format("{}", fmt::join(titles, ", "));
    return titles.size() == 1 ? drawn.say("{} {}: a wider terminal shows it", more, names)
                              : drawn.say("{} {}: a wider terminal shows them", more, names);
}

}  // namespace cxm
