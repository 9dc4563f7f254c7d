#pragma once

#include <string_view>
#include <vector>

#include "text/ascii.hpp"

namespace cxm::spelling {

constexpr bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// A run of digits or of letters.
struct word {
    std::string_view text;
    bool after_point = false;  ///< a point stands before it
    bool is_tied = false;      ///< a hyphen or an apostrophe does

    bool is_number(std::size_t least, std::size_t most) const {
        return is_digit(text[0]) && text.size() >= least && text.size() <= most;
    }
    bool is_year() const { return is_number(4, 4); }
    bool is_part() const { return is_number(1, 2); }
    int number() const {
        int value = 0;
        for (const char c : text) {
            value = value * 10 + (c - '0');
        }
        return value;
    }
};

/// The words of a folded text of at most so many; none where something else stands between them.
std::vector<word> words_of(std::string_view text);

/// The number of a month by its name, folded; 0 where it is none.
int month_of(std::string_view folded);

bool is_quarter_word(std::string_view folded);
bool is_week_word(std::string_view folded);

}  // namespace cxm::spelling
