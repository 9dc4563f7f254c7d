#pragma once

#include <cstddef>
#include <vector>

#include <cxm/contrast.hpp>

#include "results/report.hpp"

namespace cxm {

/// Whether two rows can be compared as a period and the one before: both complete and of one kind, and no calendar
/// period between them.
bool follows(const records& rows, std::size_t earlier, std::size_t later);

/// A change in the unit that suits people: points of a percentage, percent of the value before, or the metric's own
/// unit.
struct sized_change {
    enum class unit { points, percent, own } in;
    double size;
};

/// Points for shares, rates and ratios; for points, scores and what was not above 0 the difference itself; percent for
/// the rest.
sized_change change_between(const metric& m, double before, double after);

/// A label group's last period and the one before, as rows of a report.
struct last_step {
    std::size_t before;
    std::size_t after;
};

/// How the metrics moved in each step, judged as `cxm compare` judges the same records: by intervals widened for all
/// the tests that this makes. A row of verdicts a step, one a metric.
std::vector<std::vector<verdict>> judged_steps(const report& of, const std::vector<last_step>& steps);

}  // namespace cxm
