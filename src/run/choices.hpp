#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cxm {

/// A word that may be given, and what it means where the word does not say it.
struct choice {
    constexpr choice(const char* its_word) : word(its_word) {}
    constexpr choice(std::string_view its_word, std::string_view its_meaning) : word(its_word), meaning(its_meaning) {}

    std::string_view word;
    std::string_view meaning = {};
};

/// All words that a flag or an argument may be: help, the check of what is given, and completion read the same list.
using choices = std::span<const choice>;

/// `table, json, csv`
std::string listed(choices all);

/// `table, json or csv`; of two words or more.
std::string either(choices all);

/// Where a word stands in the list; throws bad_usage with `of`, the flag or the command, the nearest word and all of
/// them.
std::size_t place_of(std::string_view of, std::string_view word, choices all);

}  // namespace cxm
