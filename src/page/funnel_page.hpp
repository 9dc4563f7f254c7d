#pragma once

#include <string>
#include <vector>

#include "write/funnel/comparison.hpp"
#include "write/funnel/formats.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// A funnel as bars, everyone first, then group by group; a page of HTML.
std::string funnel_page(const shown_funnel& shown, const receipt& from);

/// Two funnels side by side, and which step moved the whole.
std::string funnel_change_page(const shown_funnel_change& shown, const receipt& from);

}  // namespace cxm
