#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "plan/condition.hpp"
#include "records/records.hpp"

namespace cxm {

/// A value that a metric is held against: a target or a benchmark.
struct target {
    const metric* of = nullptr;
    double value = 0;                 ///< in the metric's unit; a share of 5 % is 0.05; of bands, where good begins
    std::string source = {};          ///< who says so; may be empty
    std::string date = {};            ///< as of when; may be empty
    std::optional<double> poor = {};  ///< of bands: worse than this is poor
    grain per = grain::free;          ///< the span of the figures that it is for; free: any
    condition where = {};             ///< of labels, as in a rule; empty: any record
};

/// Reads `{"targets": {"churn": "5%", "nps": {"value": 50, "source": "board", "date": "2024-01"}}}`.
///
/// In place of a value there may be `"good"` and `"poor"`, beside it `"per"` and `"where"`; several targets of a metric
/// stand in a list. Throws bad_input naming file and line for metrics that are not known, for a 5 that may be 5 % or
/// 500 %, and for two targets of the same figures.
std::vector<target> read_targets(std::string_view json, const std::string& file, const catalogue& known);

/// Adds the targets of another file; throws bad_input for one that the first has too.
void add_targets(std::vector<target>& to, std::vector<target> more, const std::string& file);

/// Whether there is any for the metric.
bool has_target(const std::vector<target>& targets, const metric& of);

/// The figure that a target is wanted for.
struct targeted {
    const metric& of;
    const records& rows;
    std::size_t row;
    bool annualise = false;             ///< churn and retention are carried on to the span of a target
    const condition* chosen = nullptr;  ///< the condition that the record was chosen by, where its labels are pooled
};

/// The target for a figure: one of its span before one of any, one with a condition before one without; one of another
/// span where there is no other. Null where there is none.
const target* find_target(const std::vector<target>& targets, const targeted& figure);

/// Over how many of a figure's periods it is carried on to the span of a target: 1 where that is its own or any, 0
/// where it cannot be.
double carried_over(const target& to, const targeted& figure);

}  // namespace cxm
