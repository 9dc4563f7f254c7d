#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A word, quoted text or sign of a sentence; the last of a sentence is empty.
struct sentence_word {
    enum class kind { end, word, text, sign };
    kind is = kind::end;
    std::string value;   ///< without quotes
    std::size_t at = 0;  ///< its first byte
};

/// Cuts a sentence into words; throws sentence_error for a quote that is not closed.
std::vector<sentence_word> words_of(std::string_view sentence);

/// Whether a value can stand in a sentence without quotes.
bool is_plain_word(std::string_view value);

}  // namespace cxm
