#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// What a text has in common with the other spellings of it: without capitals, the spaces around it, and the choice
/// that Unicode leaves between a letter with its mark and the two in a row.
std::string in_one_spelling(std::string_view text);

}  // namespace cxm
