#pragma once

#include <cstdint>
#include <vector>

#include "tables/memory.hpp"
#include "tally/counter.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Makes records of what was counted; the number of distinct texts is given for each owner. Throws bad_input where a
/// measure is out of its range.
void harvest(const counter& counted, const std::vector<std::uint64_t>& texts, const tally_options& options,
             memory_budget& budget, tally_result& into);

}  // namespace cxm
