#pragma once

#include <string>
#include <vector>

#include "results/comparison.hpp"
#include "results/forecast_file.hpp"
#include "run/command.hpp"

namespace cxm {

/// The figures of a key that both forecasts have, as `--metric` picks them; the metrics are those of the first. Throws
/// bad_usage for a key that is in neither, bad_input where nothing is in both or the two cannot be compared.
struct forecast_pair {
    report before;
    report after;
};
forecast_pair paired(const forecast_file& before, const forecast_file& after, const std::vector<std::string>& texts);

/// Reads the flags of a command that was given forecasts, whose line has fewer than that of records.
void read_flags_of_forecasts(const command_line& line, const arguments& given);

}  // namespace cxm
