#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tables/memory.hpp"
#include "tally/counter.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// One record to be: its period, labels, group (none where only stays touch it), and its customers.
struct tallied_row {
    std::int32_t period;
    std::vector<std::string_view> labels;
    std::uint32_t group;
    std::uint64_t start = 0;
    std::uint64_t won = 0;
    std::uint64_t lost = 0;
};

/// The groups as rows, sorted by period, then labels. With subscriptions a row for every period from the first to the
/// last of all stays (or of the options), for every combination of labels, with its customers.
///
/// Throws bad_input where these are over ten thousand periods, or more rows than there may be memory for.
std::vector<tallied_row> rows_of(const counter& counted, const tally_options& options, memory_budget& budget);

}  // namespace cxm
