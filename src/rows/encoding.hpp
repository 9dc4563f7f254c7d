#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// Whether all bytes are ASCII.
bool is_ascii(std::string_view text);

/// Throws cell_problem where a text is not UTF-8.
void require_utf8(std::size_t cell, std::string_view text);

/// Windows-1252 as UTF-8 in `room`; text that is ASCII comes back as it is. False for the five bytes it leaves
/// undefined.
bool from_windows_1252(std::string_view& text, std::string& room);

}  // namespace cxm
