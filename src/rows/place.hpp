#pragma once

#include <string>
#include <string_view>

#include "rows/chunk.hpp"

namespace cxm {

/// `survey.csv:17`: the line that a byte of a chunk stands on.
std::string place(const std::string& file, const chunk& text, const char* at);

/// Refuses a stretch of a chunk that holds a NUL, with its offset.
void refuse_nul(const std::string& file, const chunk& text, const char* from, const char* to);

/// Refuses a cell for its first byte that is no UTF-8, with its offset in the file.
[[noreturn]] void refuse_not_utf8(const std::string& place, const std::string& column, const chunk& text,
                                  std::string_view cell);

}  // namespace cxm
