#pragma once

#include <cstddef>
#include <vector>

#include <cxm/contrast.hpp>

#include "results/report.hpp"

namespace cxm {

/// Whether two rows can be compared as a period and the one before: both complete and of one kind, and no calendar
/// period between them.
bool follows(const records& rows, std::size_t earlier, std::size_t later);

/// A label group's last period and the one before, as rows of a report.
struct last_step {
    std::size_t before;
    std::size_t after;
};

/// How the metrics moved in each step, judged as `cxm compare` judges the same records: by intervals widened for all
/// the tests that this makes. A row of verdicts a step, one a metric.
std::vector<std::vector<verdict>> judged_steps(const report& of, const std::vector<last_step>& steps);

}  // namespace cxm
