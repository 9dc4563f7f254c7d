#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "results/figure.hpp"
#include "write/csv/cell.hpp"
#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// `37.8 %`, `5.92`, `1,204.50 EUR`; a dash where there is none.
std::string figure_value(const forecast_figure& f, const notation& in);

/// `35.3 to 40.4 %`; empty without limits.
std::string figure_range(const forecast_figure& f, const notation& in);

/// Draws a line for each: value, limits, and what it is by `meaning`; below them why there is no value.
void draw_figures(lines& to, const std::vector<forecast_figure>& figures, const notation& in, const look& drawn,
                  const std::function<std::string(const forecast_figure&)>& meaning);

/// The figure as a member of that key: `"risk":{"value":0.1,"unit":"share","status":"ok",…}`.
void append_figure(json_object& to, const forecast_figure& f);

/// The names of the cells that `append_figure` writes.
inline constexpr std::string_view figure_columns = "metric,value,unit,low,high,n,status,reason,method";
void append_figure(csv_writer& to, const forecast_figure& f);

}  // namespace cxm
