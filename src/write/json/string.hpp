#pragma once

#include <string>
#include <string_view>

namespace cxm {

/// Appends a text as a JSON string; bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace cxm
