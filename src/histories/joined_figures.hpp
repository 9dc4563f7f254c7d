#pragma once

#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "histories/period_figures.hpp"
#include "plan/plan.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Joins what people did to the records that rows were counted into, by period and labels; throws bad_input where a
/// measure is out of its range.
records joined(const plan& how, const catalogue& known, const records& counted, const std::vector<figure_table>& tables,
               const tally_options& options);

}  // namespace cxm
