#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// `--given stay_value=90` of the commands that compute metrics of records.
void add_given_flag(std::vector<flag>& to, std::vector<std::string>& into);

/// What they say; throws bad_usage for what is no measure, is given twice, or is no value of its measure.
std::vector<reading> given_of(const std::vector<std::string>& texts, const catalogue& known, char decimal);

/// Throws bad_usage for a measure that none of the metrics asked for reads.
void require_read(const std::vector<reading>& given, const std::vector<const metric*>& asked);

}  // namespace cxm
