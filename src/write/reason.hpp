#pragma once

#include <string>

#include "results/report.hpp"
#include "write/people.hpp"

namespace cxm {

/// Why there is no value, and what is known all the same: `customers_lost is 0; at least 326.80 by its 95 % interval`.
std::string reason_for_people(const result& r, const notation& in);

}  // namespace cxm
