#pragma once

#include <span>
#include <string>
#include <string_view>

#include <cxm/sensitivity.hpp>

#include "results/report.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"

namespace cxm {

/// A line an input: what it is, and what +1 and +1 % of it do to the metric.
std::string write_effects(const result& now, std::span<const input_effect> effects, std::string_view currency,
                          const look& drawn);

/// `{"metric":"nps","value":40.0,"unit":"points","status":"ok","effects":[{"measure":"promoters","input":300.0,…}]}`
std::string effects_json(const result& now, std::span<const input_effect> effects);

/// `metric,measure,input,plus_one,plus_percent,unit`
std::string effects_csv(const result& now, std::span<const input_effect> effects, csv_texts texts);

}  // namespace cxm
