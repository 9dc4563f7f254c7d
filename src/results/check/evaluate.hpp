#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "results/check/judge.hpp"
#include "results/report.hpp"
#include "results/targets.hpp"

namespace cxm {

/// What a rule is evaluated on: the report of its selection, and what it is compared with.
struct evidence {
    const report* now = nullptr;     ///< ordered by labels and period, with the rule's metric among its metrics
    const report* before = nullptr;  ///< the same of the baseline's file; null without one
    const std::vector<target>* targets = nullptr;
    std::optional<std::int32_t> as_of = {};  ///< the day that the data are from
    std::int32_t today = 0;                  ///< what `max_age` counts from where that is not said
    bool all_periods = false;                ///< every complete period rather than the last
    std::string last = {};                   ///< the last complete period of all records; empty: not known
};

/// Holds a rule against every group, and every period asked for; at least one finding, even without data.
std::vector<finding> evaluate(const rule& r, const evidence& with);

}  // namespace cxm
