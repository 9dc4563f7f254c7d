#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cxm/metric.hpp>

#include "page/svg/drawing.hpp"
#include "page/svg/scale.hpp"
#include "write/people.hpp"

namespace cxm {

/// The values that an axis of a unit is marked at; of shares they divide the percentages.
std::vector<double> unit_ticks(as shown, extent values, int about);

/// What stands at such a mark: as few decimals as keep it apart from its neighbours.
std::vector<std::string> tick_texts(as shown, const std::vector<double>& ticks, const notation& in);

/// How wide the widest of those is.
double room_for_ticks(as shown, extent values, const notation& in);

/// Where a chart draws its data.
struct plot_area {
    double left;
    double top;
    double right;
    double bottom;
};

/// Draws marks with faint lines across, to the left of a plot.
void draw_value_axis(drawing& to, const plot_area& at, as shown, extent values, const notation& in);

/// Draws names below a plot, at `x` each, as many of them as have room; the last one first.
void draw_names_below(drawing& to, const plot_area& at, const std::vector<std::string>& names,
                      const std::vector<double>& x);

/// The same as the value axis below a plot, for values that go to the right.
void draw_value_axis_below(drawing& to, const plot_area& at, as shown, extent values, const notation& in);

}  // namespace cxm
