#include "results/check/sentence_words.hpp"

#include "results/check/sentence.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view signs = "<>=!";
constexpr std::string_view ends_of_words = " \t\r\n<>=!,'\"";

sentence_word quoted_text(std::string_view text, std::size_t at) {
    const char quote = text[at];
    sentence_word made{sentence_word::kind::text, {}, at};
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] != quote) {
            made.value += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == quote) {
            made.value += text[i++];
        } else {
            return made;
        }
    }
    throw sentence_error(std::string("the quote ") + quote + " is never closed", at);
}

/// Bytes that a word with its quotes takes up.
std::size_t length_of(const sentence_word& w, std::string_view text) {
    if (w.is != sentence_word::kind::text) {
        return w.value.size();
    }
    std::size_t length = 2 + w.value.size();
    for (const char c : w.value) {
        length += c == text[w.at] ? 1 : 0;
    }
    return length;
}

sentence_word word_at(std::string_view text, std::size_t at) {
    const char first = text[at];
    if (first == '\'' || first == '"') {
        return quoted_text(text, at);
    }
    if (first == ',') {
        return {sentence_word::kind::sign, ",", at};
    }
    if (signs.find(first) != std::string_view::npos) {
        const std::size_t end = text.find_first_not_of(signs, at);
        return {sentence_word::kind::sign, std::string(text.substr(at, end == std::string_view::npos ? end : end - at)),
                at};
    }
    const std::size_t end = text.find_first_of(ends_of_words, at);
    return {sentence_word::kind::word, std::string(text.substr(at, end == std::string_view::npos ? end : end - at)),
            at};
}

}  // namespace

std::vector<sentence_word> words_of(std::string_view text) {
    std::vector<sentence_word> all;
    std::size_t at = text.find_first_not_of(spaces);
    while (at < text.size()) {
        all.push_back(word_at(text, at));
        at = text.find_first_not_of(spaces, at + length_of(all.back(), text));
    }
    all.push_back({sentence_word::kind::end, {}, text.size()});
    return all;
}

bool is_plain_word(std::string_view value) {
    for (const std::string_view keyword : {"and", "where", "by", "vs", "in"}) {
        if (value == keyword) {
            return false;
        }
    }
    return !value.empty() && value.find_first_of(ends_of_words) == std::string_view::npos;
}

}  // namespace cxm
