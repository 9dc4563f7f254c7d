#pragma once

#include <optional>
#include <vector>

#include <cxm/target.hpp>

#include "results/report.hpp"

namespace cxm {

/// How a result stands to a target or benchmark.
struct held_against {
    const target* to;
    target_gap by;
};

/// Absent where the metric has no target among those, or the result no value.
std::optional<held_against> hold_against(const result& r, const std::vector<target>& wanted);

}  // namespace cxm
