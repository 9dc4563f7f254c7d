#include <algorithm>
#include <vector>

#include "run/flags/help.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

constexpr std::size_t meaning_column = 28;
constexpr std::size_t least_beside = 60;  ///< in narrower lines meanings stand below names

/// Whether a quote opens here: one within a word is an apostrophe.
bool opens_quote(std::string_view text, std::size_t at) {
    return (text[at] == '\'' || text[at] == '"') && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(');
}

/// The words of a text, what is quoted in one piece.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t from = 0;
    char quote = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ' ';
        if (c == quote) {
            quote = 0;
        } else if (quote == 0 && at < text.size() && opens_quote(text, at)) {
            quote = c;
        }
        if ((c == ' ' && quote == 0) || at == text.size()) {
            words.push_back(text.substr(from, at - from));
            from = at + 1;
        }
    }
    return words;
}

/// The words of a command, a flag and its value in one piece.
std::vector<std::string_view> shell_words(std::string_view shell_line) {
    std::vector<std::string_view> words;
    bool is_flag = false;
    for (const std::string_view word : words_of(shell_line)) {
        if (is_flag && !word.starts_with('-')) {
            const char* const begin = words.back().data();
            words.back() = {begin, static_cast<std::size_t>(word.data() + word.size() - begin)};
            is_flag = false;
        } else {
            words.push_back(word);
            is_flag = word.starts_with("--");
        }
    }
    return words;
}

/// Words between two columns, as many as fit; lines that go on below end in `joint`.
void put_words(lines& to, std::size_t indent, std::size_t below, const std::vector<std::string_view>& words,
               std::string_view joint, std::size_t width) {
    std::size_t at = 0;
    for (const std::string_view word : words) {
        if (at > 0 && at + 1 + display_width(word) + joint.size() > width) {
            to.next(joint);
            to.end_line();
            at = 0;
            indent = below;
        }
        if (at == 0) {
            to.left(indent, word);
            at = indent + display_width(word);
        } else {
            to.next(" ");
            to.next(word);
            at += 1 + display_width(word);
        }
    }
    to.end_line();
}

}  // namespace

void put_meaning(lines& to, std::string_view name, std::string_view meaning, std::size_t width) {
    constexpr std::size_t indent = 2;
    to.left(indent, name);
    const bool beside = width >= least_beside && indent + display_width(name) + 2 <= meaning_column;
    if (!beside) {
        to.end_line();
    }
    const std::size_t column = width >= least_beside ? meaning_column : 6;
    put_words(to, column, column, words_of(meaning), "", width);
}

void put_shell_line(lines& to, std::size_t indent, std::string_view shell_line, std::size_t width) {
    put_words(to, indent, std::max<std::size_t>(indent, 6), shell_words(shell_line), " \\", width);
}

void put_examples(lines& to, std::size_t indent, std::string_view examples, std::size_t width) {
    while (!examples.empty()) {
        const std::size_t end = std::min(examples.find('\n'), examples.size());
        put_shell_line(to, indent, examples.substr(0, end), width);
        examples.remove_prefix(std::min(end + 1, examples.size()));
    }
}

}  // namespace cxm
