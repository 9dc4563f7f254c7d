#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cxm/funnel.hpp>

#include "histories/people_histories.hpp"

namespace cxm {

/// How people are followed through the steps of a funnel, which are the events of their histories.
struct funnel_request {
    funnel_rules rules = {};                 ///< the window in microseconds
    std::optional<std::int64_t> until = {};  ///< later rows do not count; absent: the last row's time is the end
    bool drop_young = false;                 ///< people who entered less than a window before the end are left out
    double level = 0.95;
};

/// The people who share a label, that of the row which was their first step.
struct funnel_group {
    std::string label;
    funnel_result steps;

    std::uint64_t entered() const { return steps.steps.front().reached; }

    /// The step, from the second on, that the least share of those at the step before reached; the first of several.
    /// Nothing where nobody was lost.
    std::optional<std::size_t> worst_step() const;
};

struct funnel_reading {
    funnel_request asked;
    std::uint64_t people = 0;  ///< with rows that the condition took
    std::optional<std::int64_t> first = {};
    std::optional<std::int64_t> end = {};   ///< of the data; absent without rows
    std::uint64_t late_rows = 0;            ///< after --until, of those kept
    std::vector<funnel_group> groups = {};  ///< by label in the order of bytes; empty where none is asked for
    funnel_group everyone = {};
};

/// Follows people through the funnel; the same for any number of threads.
funnel_reading read_funnel(people_histories& of, const funnel_request& asked);

}  // namespace cxm
