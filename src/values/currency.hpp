#pragma once

#include <string_view>

namespace cxm {

/// Whether a text is a short word, empty among them: it is shown beside every amount, so nothing in it may need an
/// escape.
bool is_currency(std::string_view text);

}  // namespace cxm
