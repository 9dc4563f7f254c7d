#pragma once

namespace cxm {

// By themselves, whatever the locale.

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter of ASCII in lower case; any other byte as it is.
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace cxm
