#pragma once

#include <optional>
#include <string>

#include "page/markup.hpp"
#include "results/series.hpp"
#include "write/people.hpp"

namespace cxm {

/// A trend told whole: title and verdict, chart, what to know of it, and the table of every value.
struct shown_trend {
    const report& of;
    const trend& is;
    std::optional<double> target = {};
    bool is_wide = false;         ///< drawn over the whole page, and once more for phones
    std::string_view group = {};  ///< beside the metric's title; empty where there is one group
};

void write_trend(markup& to, const shown_trend& shown, const notation& in);

}  // namespace cxm
