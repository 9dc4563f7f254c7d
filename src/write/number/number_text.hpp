#pragma once

#include <cstddef>
#include <string>

#include "write/number/shortest.hpp"

namespace cxm {

/// Room that any machine number fits in, and the whole copies that it is laid out with.
inline constexpr std::size_t longest_number = 40;

/// The same as `shortest`, for what is not found fast.
decimal shortest_by_fmt(double value);

/// The shortest decimal that reads back as the same double; the value is finite.
inline decimal shortest(double value) {
    decimal number;
    return find_shortest(value, number) ? number : shortest_by_fmt(value);
}

/// Writes a decimal so that it is a double for every reader (`40.0`, not `40`); -0 as 0.0.
///
/// Returns the end; `to` has room for `longest_number` characters.
char* write_decimal(char* to, const decimal& number);

void append_number(std::string& out, double value);

/// Appends a count: whole numbers without a point.
void append_count(std::string& out, double count);

}  // namespace cxm
