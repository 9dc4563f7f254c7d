#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/projection.hpp"
#include "write/people.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// What is seen of contracts, the curve with its limits, and what the whole is worth; a page of HTML.
std::string projection_page(const projection& p, const notation& in, const receipt& from);

}  // namespace cxm
