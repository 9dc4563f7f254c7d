#pragma once

#include <string_view>

namespace cxm {

/// Whether a text is a short word, empty among them: it is shown beside every amount, so nothing in it may need an
/// escape.
bool is_currency(std::string_view text);

/// Takes a sign or code of a currency off a text, and gives its code: `€ 24.50` is `EUR`; empty where there is none.
/// A sign of several countries, `$`, is its own code.
std::string_view currency_at_front(std::string_view& text);
std::string_view currency_at_end(std::string_view& text);

}  // namespace cxm
