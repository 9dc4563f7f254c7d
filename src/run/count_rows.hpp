#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "run/command.hpp"
#include "run/span.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Counts raw rows into the records of a span, and shows how far it is; see tally.
///
/// Throws bad_usage for a span of records that have no periods.
tally_result count_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        tally_options options, const period_span& wanted, const streams& io);

}  // namespace cxm
