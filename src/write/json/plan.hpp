#pragma once

#include <string>

#include "plan/plan.hpp"

namespace cxm {

/// The plan as a plan file.
std::string spell(const plan& p);

}  // namespace cxm
