#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// Adds a text to others that are kept together in one.
void append_packed(std::string& together, std::string_view text);

/// Takes the first of texts that are together off them.
std::string_view take_packed(std::string_view& together);

/// All of them.
std::vector<std::string> unpacked(std::string_view together);

}  // namespace cxm
