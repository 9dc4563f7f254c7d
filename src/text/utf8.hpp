#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cxm {

/// The character at the front of a text; where the bytes are no UTF-8, not valid and one byte long.
struct utf8_character {
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

utf8_character first_character(std::string_view text);

/// Appends a character; the code is one that Unicode has.
void append_utf8(std::string& text, char32_t code);

/// The text with its letters in lower case, whatever the locale; bytes that are no UTF-8 stay.
std::string in_lower_case(std::string_view text);

/// The byte offset of the first byte that is not UTF-8; npos where all is.
std::size_t first_invalid_utf8(std::string_view text);

/// Columns a terminal uses to show a text: 2 for East Asian wide characters and emoji, 0 for combining marks. Without
/// wcwidth, which needs setlocale.
std::size_t display_width(std::string_view text);

/// The text cut to a number of columns, with … at the end where something was cut; never between a letter and its
/// marks.
std::string cut_to_width(std::string_view text, std::size_t columns);

/// Adds a character by its code point, up to U+10FFFF.
void append_utf8(std::string& to, unsigned code);

}  // namespace cxm
