#pragma once

#include <span>
#include <string>

namespace cxm {

/// A character for each value, from the lowest ▁ to the highest █; a space for a gap (not_given).
std::string sparkline(std::span<const double> values, bool ascii);

}  // namespace cxm
