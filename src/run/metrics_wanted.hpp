#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "run/command.hpp"
#include "run/flags/flag.hpp"
#include "run/flags/raw_flags.hpp"

namespace cxm {

void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into);

/// The library's metrics and those of the files, none of which may be called like a command.
catalogue catalogue_of(const std::vector<std::string>& metric_files);

/// The same with the measures and metrics of the user's own of a plan and flags, and what `--metric` defines.
catalogue catalogue_of(const std::vector<std::string>& metric_files, raw_flags& rows,
                       const std::vector<std::string>& metrics = {});

/// Says of the user's own keys what is to be known.
void tell_notes(const catalogue& known, const streams& io);

/// A metric by its key; throws bad_usage with the nearest.
const metric& metric_of(const catalogue& known, const std::string& key);

/// The metrics of some keys, or of several with commas between them, or as they are defined, `arpu = revenue /
/// customers_start`; in their order, each once.
std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& texts);

}  // namespace cxm
