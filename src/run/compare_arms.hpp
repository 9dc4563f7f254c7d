#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/arms.hpp"
#include "run/command.hpp"
#include "run/compare_sides.hpp"

namespace cxm {

/// Reads `50:50` or `visitors=3:1`; throws bad_usage for anything else.
expected_split split_of(const std::string& text, const catalogue& known);

/// Tests the sizes of the sides where they are said to be the arms of a test, and where they are values of a label
/// `arm`, `variant` or `group` within one period; else nothing. Throws where a split is said of what are no arms.
std::vector<arms> tested_arms(const compare_request& r, const sides& raw, const comparison& changes,
                              const catalogue& known);

/// Warns of arms that chance does not make so unequal.
void warn_of_arms(const comparison& changes, bool strict, const streams& io);

}  // namespace cxm
