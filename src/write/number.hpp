#pragma once

#include <cstddef>
#include <string>

namespace cxm {

/// Room that any machine number fits in, and the whole copies that it is laid out with.
inline constexpr std::size_t longest_number = 40;

/// Writes the shortest decimal that reads back as the same double and is one for every reader (`40.0`, not `40`).
///
/// The value is finite; -0 is written as 0.0. Returns the end; `to` has room for `longest_number` characters.
char* write_number(char* to, double value);

void append_number(std::string& out, double value);

/// Appends a count: whole numbers without a point.
void append_count(std::string& out, double count);

}  // namespace cxm
