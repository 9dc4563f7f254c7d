#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"

namespace cxm {

/// A value that a metric is held against: a target or a benchmark.
struct target {
    const metric* of = nullptr;
    double value = 0;    ///< in the metric's unit; a share of 5 % is 0.05
    std::string source;  ///< who says so; may be empty
    std::string date;    ///< as of when; may be empty
};

/// Reads `{"targets": {"churn": "5%", "nps": {"value": 50, "source": "board", "date": "2024-01"}}}`.
///
/// Throws bad_input naming file and line for metrics that are not known and for a 5 that may be 5 % or 500 %.
std::vector<target> read_targets(std::string_view json, const std::string& file, const catalogue& known);

/// Null where there is none for the metric.
const target* find_target(const std::vector<target>& targets, const metric& of);

}  // namespace cxm
