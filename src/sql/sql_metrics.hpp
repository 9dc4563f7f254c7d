#pragma once

#include <string>
#include <vector>

#include <cxm/metric.hpp>

#include "sql/dialect.hpp"
#include "sql/sql_metric_inputs.hpp"
#include "sql/stages.hpp"

namespace cxm {

/// A column of the result, and what it is called there.
struct sql_output {
    std::string value;
    std::string title;
};

/// What metrics are called in a result: their keys, and those of their limits where they have any in SQL.
std::vector<std::string> titles_of(const std::vector<const metric*>& metrics);

/// Adds the steps that compute metrics of measures as `evaluate` does, NULL where it has no value, with Wilson's limits
/// of shares and the adjusted Wald ones of net shares; gives their columns. Throws bad_usage for a metric that the
/// measures do not allow.
std::vector<sql_output> add_metrics(const sql_dialect& in, const std::vector<const metric*>& metrics, double level,
                                    const std::vector<sql_input>& measures, std::vector<sql_stage>& to);

}  // namespace cxm
