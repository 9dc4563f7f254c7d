#pragma once

#include "plan/plan.hpp"

namespace cxm {

/// Whether a plan counts by the time between two columns, `seconds(closed - opened)`.
bool has_seconds(const plan& p);

}  // namespace cxm
