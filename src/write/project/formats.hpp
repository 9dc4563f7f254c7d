#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/projection.hpp"
#include "write/csv/cell.hpp"
#include "write/lines.hpp"
#include "write/look.hpp"

namespace cxm {

/// The chart, a line for each age, what the whole is worth, and whether to believe it.
std::string write_projection(const projection& p, std::string_view currency, const look& drawn);

/// `{"schema":"cxm.forecast/1","command":"project",…,"records":[…]}`, a record an age and one of the whole.
std::string projection_json(const projection& p, std::string_view currency);

/// A row a figure: `period,age,metric,value,unit,low,high,n,status,reason,method`; without an age those of the whole.
std::string projection_csv(const projection& p, csv_texts texts);

std::string projection_markdown(const projection& p, std::string_view currency, const wording& say);

/// Draws what is seen, the curve and its limits over the ages, and where the data end.
void draw_curve(lines& out, const projection& p, const look& drawn);

/// What a figure of the whole says, for people.
std::string meaning(const projection& p, const forecast_figure& f, const wording& say = {});

/// Whether the curve foretold what was held out, as a sentence; empty where that was not asked.
std::string verdict_of_test(const projection& p, const wording& say = {});

/// The model, its fit, and what the limits do not cover.
std::vector<std::string> projection_remarks(const projection& p, const wording& say = {});

}  // namespace cxm
