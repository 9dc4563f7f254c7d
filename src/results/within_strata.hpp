#pragma once

#include <string_view>
#include <vector>

#include "records/records.hpp"
#include "results/comparison.hpp"
#include "results/stratification.hpp"

namespace cxm {

/// Compares shares by Cochran, Mantel and Haenszel; `before` and `after` have one row a stratum. Several are adjusted
/// together as the options say.
stratification stratify(const records& before, const records& after, std::string_view label,
                        const std::vector<const metric*>& metrics, const compare_options& options);

}  // namespace cxm
