#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A word that may be given, and what it means where the word does not say it.
struct choice {
    choice(std::string_view its_word, std::string_view its_meaning = {}) : word(its_word), meaning(its_meaning) {}

    std::string_view word;
    std::string_view meaning;
};

/// The words that a flag or an argument may be: help, the check of what is given, and completion read the same list.
using choices = std::vector<choice>;

/// A row of a table of words: one that may be given, and the value that it stands for.
template <class Value>
struct word_for {
    std::string_view word;
    Value value;
};

/// `table, json, csv`
std::string listed(const choices& words);

/// `table, json or csv`; of two words or more.
std::string either(const choices& words);

/// Where a word stands in the list; throws bad_usage with `of`, the flag or the command, the nearest word and the whole
/// list.
std::size_t place_of(std::string_view of, std::string_view word, const choices& words);

/// The words of a table's rows.
template <class Rows>
choices words_in(const Rows& rows) {
    choices words;
    for (const auto& row : rows) {
        words.emplace_back(row.word);
    }
    return words;
}

/// What a word stands for in a table; throws as place_of does.
template <class Rows>
auto value_of(std::string_view of, std::string_view word, const Rows& rows) {
    return (std::begin(rows) + static_cast<std::ptrdiff_t>(place_of(of, word, words_in(rows))))->value;
}

/// The word for a value; empty where the table has none.
template <class Rows, class Value>
std::string_view word_of(const Value& value, const Rows& rows) {
    const auto at = std::find_if(std::begin(rows), std::end(rows), [&](const auto& row) { return row.value == value; });
    return at == std::end(rows) ? std::string_view() : at->word;
}

}  // namespace cxm
