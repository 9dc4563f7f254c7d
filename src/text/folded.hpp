#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// A text in small letters, without the accents of Latin letters and the spaces around it: for comparing words that
/// people type. Other characters stay as they are.
std::string folded(std::string_view text);

}  // namespace cxm
