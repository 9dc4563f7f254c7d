#pragma once

#include "languages/wording.hpp"
#include "page/axis.hpp"
#include "page/svg/drawing.hpp"
#include "page/svg/scale.hpp"
#include "results/series.hpp"

namespace cxm {

/// Where a trend of so many places is drawn.
struct trend_plane {
    plot_area area;
    linear_scale y;
    std::size_t places;

    double x_of(std::size_t place) const;
    point at(std::size_t place, double value) const { return {x_of(place), y.at(value)}; }
};

/// Widens an extent by the values of a trend and their limits.
void take_trend(extent& values, const trend& t);

/// A band a phase, broken where there is no limit.
void draw_bands(drawing& to, const trend& t, const trend_plane& in);

/// The mean of each phase, and a dashed line where a phase begins anew.
void draw_means(drawing& to, const trend& t, const trend_plane& in);

void draw_line(drawing& to, const trend& t, const trend_plane& in);

/// A shape a point: `usual` says whether those that do not stand out have one, too; the last one always has.
void draw_points(drawing& to, const trend& t, const trend_plane& in, double radius, bool usual);

/// The names of the periods below the plot, as many as have room.
void draw_periods(drawing& to, const trend& t, const trend_plane& in, const wording& say);

/// The shape and colour of a verdict.
mark mark_of(trend_verdict v);
ink ink_of(trend_verdict v);

}  // namespace cxm
