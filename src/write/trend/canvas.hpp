#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "results/series.hpp"
#include "write/lines.hpp"

namespace cxm {

inline constexpr std::size_t chart_height = 11;

/// What a chart is drawn with.
struct chart_glyph_set {
    std::string_view point, better, worse, partial, mean, limit, axis, tick, corner, line, mark;
};

/// Plain characters where only ASCII is wanted.
const chart_glyph_set& chart_glyphs(bool ascii);

struct chart_cell {
    std::string_view glyph = " ";
    style looks = style::plain;
};

/// Rows from the top over the columns of a chart; values from the lowest to the highest that it shows.
struct chart_canvas {
    double low;
    double high;
    std::array<std::vector<chart_cell>, chart_height> rows;

    std::size_t row_of(double value) const {
        const double up = (value / 2 - low / 2) / (high / 2 - low / 2);
        return chart_height - 1 - static_cast<std::size_t>(std::lround(std::clamp(up, 0.0, 1.0) * (chart_height - 1)));
    }
    void put(double value, std::size_t column, chart_cell what) { rows[row_of(value)][column] = what; }
};

/// An empty canvas over the values and limits from the place `first` on.
chart_canvas blank_canvas(const trend& t, std::size_t first, std::size_t columns);

/// The mean, the limits and the points from the place `first` on, each `step` columns wide.
chart_canvas painted_canvas(const trend& t, std::size_t first, std::size_t step, const chart_glyph_set& g);

}  // namespace cxm
