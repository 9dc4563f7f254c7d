#pragma once

#include <vector>

#include "intake/input_settings.hpp"
#include "results/check/rules.hpp"
#include "results/report.hpp"

namespace cxm {

/// Refuses rules of means beyond the scale of their answers, which nothing passes or nothing meets: the scale that is
/// said, that of the plan of raw rows, or the usual one.
void require_limits_on_scales(const std::vector<rule>& rules, const report_options& options,
                              const input_settings& input);

}  // namespace cxm
