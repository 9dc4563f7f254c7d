#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "results/check/check_result.hpp"
#include "results/check/rules.hpp"
#include "results/forecast_file.hpp"
#include "results/targets.hpp"

namespace cxm {

/// Reads forecasts; `standard_input` is what "-" held, where it is read already. Throws bad_input for files of records
/// among them.
std::deque<forecast_file> read_forecasts(const std::vector<std::string>& files,
                                         const std::optional<std::string>& standard_input);

/// Lets rules name the figures of forecasts, which must outlive the catalogue.
void know_figures(catalogue& known, const std::deque<forecast_file>& files);

/// Holds every rule against every record that has its figure, each by itself. Rules and files outlive the result.
///
/// Throws a usage problem for what a forecast cannot be asked: changes, groups, its age.
check_result run_forecast_rules(const std::vector<rule>& rules, const std::vector<target>& targets,
                                const std::deque<forecast_file>& files);

}  // namespace cxm
