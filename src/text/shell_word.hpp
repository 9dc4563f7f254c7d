#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// A foreign text as a word for the shell, in single quotes where it needs them, safe to show; a long one is cut but
/// where it is asked for `whole`.
std::string shell_word(std::string_view foreign, bool whole = false);

}  // namespace cxm
