#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"

namespace cxm {

/// What makes a measure, for messages.
struct measure_source {
    std::string_view measure;
    std::string from;
};

/// What makes the measures of a plan, which may name one twice.
std::vector<measure_source> sources_of(const plan& p, const catalogue& known);

}  // namespace cxm
