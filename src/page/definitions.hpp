#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/metric.hpp>

#include "results/report.hpp"
#include "write/people.hpp"

namespace cxm {

/// A metric as the appendix tells it, with the number that it shows first where there is one.
struct defined_metric {
    const metric* of;
    const report* in = nullptr;  ///< null: no number of it is filled in
    std::size_t row = 0;
};

/// `def-churn`: where a metric is defined.
std::string definition_id(const metric& m);

/// Meaning, formula, the numbers filled in, interval, reading, source, and the command that makes the number again.
std::string definitions_section(const std::vector<defined_metric>& metrics, const notation& in);

/// The same of a model that forecasts or divides credit, by its name; `def-markov-2`.
std::string model_id(std::string_view name);
std::string model_definition(std::string_view name, const wording& say);

}  // namespace cxm
