#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "intake/listener.hpp"
#include "plan/plan.hpp"
#include "records/period_span.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Counts raw rows into the records of a span; see tally. What is called a total is warned about, of groups only where
/// none is dropped.
///
/// Throws bad_usage for a span of records that have no periods.
tally_result count_rows(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        tally_options options, const period_span& wanted, const listener& told,
                        bool drops_totals = false);

}  // namespace cxm
