#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Counts the rows of files as a plan says, also where it asks for people's histories; see tally.
tally_result count_plan(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                        const tally_options& options);

}  // namespace cxm
