#include "write/table/layout.hpp"

#include <algorithm>
#include <utility>

#include "text/utf8.hpp"

namespace cxm {

std::size_t table_layout::width() const {
    constexpr std::size_t trend_header = 5;
    return trend_start() - gap + (trend == 0 ? 0 : gap + std::max(trend, trend_header));
}

namespace {

constexpr std::size_t widest_period_title = 14;

void widen(std::size_t& column, std::string_view text) { column = std::max(column, display_width(text)); }

void widen(table_layout& to, const table_row& row) {
    widen(to.key, row.of->key);
    for (const std::string& cell : row.cells) {
        widen(to.period, cell);
    }
    widen(to.unit, row.unit);
    widen(to.change_number, row.change.number);
    widen(to.change_unit, row.change.unit);
    widen(to.low, row.low);
    widen(to.high, row.high);
    widen(to.n, row.n);
}

/// Every column as wide as its widest text.
table_layout widest(const std::vector<table_block>& blocks, std::size_t most_periods) {
    table_layout columns;
    for (const table_block& block : blocks) {
        const std::size_t shown = std::min(block.periods.size(), most_periods);
        for (std::size_t i = block.periods.size() - shown; i < block.periods.size(); ++i) {
            columns.period = std::max(columns.period, std::min(display_width(block.periods[i]), widest_period_title));
        }
        for (const table_part& part : block.parts) {
            for (const table_row& row : part.rows) {
                widen(columns, row);
            }
        }
    }
    return columns;
}

std::size_t longest_course(const std::vector<table_block>& blocks) {
    std::size_t longest = 0;
    for (const table_block& block : blocks) {
        for (const table_part& part : block.parts) {
            for (const table_row& row : part.rows) {
                longest = std::max(longest, row.course.size());
            }
        }
    }
    return longest;
}

/// Grows a number step by step up to `goal` as long as the table fits.
void grow(table_layout& layout, std::size_t table_layout::*what, std::size_t goal, std::size_t width) {
    while (layout.*what < goal) {
        ++(layout.*what);
        if (layout.width() > width) {
            --(layout.*what);
            return;
        }
    }
}

/// Adds a column if the table still fits with it, and notes it otherwise.
void place(table_layout& layout, std::size_t table_layout::*what, std::size_t size, std::size_t width,
           std::string_view name) {
    layout.*what = size;
    if (layout.width() > width) {
        layout.*what = 0;
        layout.left_out.push_back(name);
    }
}

/// Titles stand above the keys where all are short enough.
void place_titles(table_layout& layout, const std::vector<table_block>& blocks) {
    constexpr std::size_t widest_title = 24;
    std::size_t widest_of_all = 0;
    for (const table_block& block : blocks) {
        widen(widest_of_all, block.title);
    }
    layout.titles_inline = widest_of_all <= std::max(layout.key, widest_title);
    if (layout.titles_inline) {
        layout.key = std::max(layout.key, widest_of_all);
    }
}

}  // namespace

table_layout make_layout(const std::vector<table_block>& blocks, std::size_t indent, const std::string& interval_header,
                         const look& drawn) {
    const std::size_t width = drawn.width;
    std::size_t total = 1;
    for (const table_block& block : blocks) {
        total = std::max(total, block.periods.size());
    }
    table_layout layout = widest(blocks, width / 2);
    layout.indent = indent;
    layout.key = std::min(layout.key + indent, width / 2);
    place_titles(layout, blocks);
    layout.period = std::max<std::size_t>(layout.period, 5);
    // How sure the last values are comes before what came before them.
    const std::size_t n = std::exchange(layout.n, 0);
    if (layout.low > 0) {
        const std::size_t range = layout.low + 2 + display_width(drawn.say("to")) + layout.high;
        place(layout, &table_layout::interval, std::max(range, display_width(interval_header)), width,
              drawn.say("interval"));
    }
    if (n > 0) {
        place(layout, &table_layout::n, std::max(n, display_width(drawn.say("n"))), width, drawn.say("n"));
    }
    const bool trend = longest_course(blocks) > 2;
    if (trend) {
        place(layout, &table_layout::trend, std::min<std::size_t>(total, 6), width, drawn.say("trend"));
    }
    if (layout.change_number > 0) {
        const std::size_t units = layout.change_unit == 0 ? 0 : 1 + layout.change_unit;
        place(layout, &table_layout::change,
              std::max<std::size_t>({layout.change_number + units, 6, display_width(drawn.say("change"))}), width,
              drawn.say("change"));
    }
    const std::size_t widest_trend = trend && layout.trend > 0 ? total : 0;
    grow(layout, &table_layout::periods, std::min<std::size_t>(total, 2), width);
    grow(layout, &table_layout::trend, std::min<std::size_t>(widest_trend, 8), width);
    grow(layout, &table_layout::periods, std::min<std::size_t>(total, 4), width);
    grow(layout, &table_layout::trend, std::min<std::size_t>(widest_trend, 12), width);
    grow(layout, &table_layout::periods, std::min<std::size_t>(total, 6), width);
    grow(layout, &table_layout::trend, std::min<std::size_t>(widest_trend, 36), width);
    grow(layout, &table_layout::periods, total, width);
    return layout;
}

}  // namespace cxm
