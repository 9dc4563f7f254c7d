#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

void add_metrics_flag(std::vector<flag>& to, std::vector<std::string>& into);

/// The library's metrics and those of the files, none of which may be called like a command.
catalogue catalogue_of(const std::vector<std::string>& metric_files);

/// A metric by its key; throws bad_usage with the nearest.
const metric& metric_of(const catalogue& known, const std::string& key);

/// The metrics of some keys, or of several with commas between them, in their order, each once.
std::vector<const metric*> metrics_of(const catalogue& known, const std::vector<std::string>& texts);

}  // namespace cxm
