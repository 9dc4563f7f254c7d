#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/look.hpp"
#include "write/table/block.hpp"

namespace cxm {

/// Widths of a table's columns, the same for all its blocks; 0 where a column is left out.
struct table_layout {
    std::size_t indent = 0;
    std::size_t key = 0;
    std::size_t periods = 1;  ///< how many are shown
    std::size_t period = 0;
    std::size_t unit = 0;
    std::size_t change_number = 0;
    std::size_t change_unit = 0;
    std::size_t change = 0;
    std::size_t low = 0;
    std::size_t high = 0;
    std::size_t interval = 0;
    std::size_t n = 0;
    std::size_t trend = 0;
    std::vector<std::string_view> left_out;  ///< columns that there is something in, but no room for
    bool titles_inline = true;  ///< whether the blocks' titles stand above the keys, on the line of the periods

    std::size_t width() const;
    std::size_t period_end(std::size_t at) const { return key + (at + 1) * (gap + period); }
    std::size_t unit_start() const { return period_end(periods - 1) + 1; }
    std::size_t interval_start() const { return period_end(periods - 1) + (unit == 0 ? 0 : 1 + unit) + gap; }
    std::size_t n_start() const { return interval_start() + (interval == 0 ? 0 : interval + gap); }
    std::size_t change_start() const { return n_start() + (n == 0 ? 0 : n + gap); }
    std::size_t trend_start() const { return change_start() + (change == 0 ? 0 : change + gap); }

    static constexpr std::size_t gap = 2;
};

/// The layout that shows the most within a width: what matters more is placed first.
table_layout make_layout(const std::vector<table_block>& blocks, std::size_t indent, const std::string& interval_header,
                         const look& drawn);

}  // namespace cxm
