#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// A text of ours in ASCII: Latin letters without accents, spaces, quotes and dashes of another kind as the plain ones.
std::string in_plain_letters(std::string_view text);

}  // namespace cxm
