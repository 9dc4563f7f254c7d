#pragma once

#include <string>
#include <vector>

#include "write/credit/formats.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// Credit by every model side by side, a page of HTML.
std::string credit_page(const shown_credit& shown, const receipt& from);

}  // namespace cxm
