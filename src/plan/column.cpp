#include "plan/column.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view keywords[] = {"and", "or", "not", "in", "is", "blank", "null", "where"};

bool is_keyword(const token& t) {
    return std::any_of(std::begin(keywords), std::end(keywords), [&](std::string_view k) { return t.is_word(k); });
}

bool is_column(const token& t, dialect of) {
    // A label of a sentence may be called as a keyword is, but for the one that stands in its place.
    return of == dialect::sentence
               ? (t.is == token::kind::word && !t.is_word("not")) || (t.is == token::kind::text && !t.value.empty())
               : t.is == token::kind::column || (t.is == token::kind::word && !is_keyword(t));
}

}  // namespace

std::string read_column(lexer& words, const std::string& expected) {
    if (!is_column(words.peek(), words.speaks())) {
        const bool named_so = words.speaks() == dialect::sql && is_keyword(words.peek());
        words.refuse(expected + (named_so ? " (one of that name goes in \"double quotes\")" : ""));
    }
    return words.take().value;
}

column_text read_text_column(lexer& words, const std::string& expected) {
    for (const auto& [name, function] :
         {std::pair("lower", text_function::lower), std::pair("trim", text_function::trim)}) {
        if (words.calls(name)) {
            words.take();
            words.take();
            column_text inner = read_text_column(words, "a column");
            if (!words.take_sign(")")) {
                words.refuse("')'");
            }
            inner.through.push_back(function);
            return inner;
        }
    }
    return {read_column(words, expected)};
}

std::string spell_column(std::string_view name) {
    try {
        lexer words(name);
        const token first = words.take();
        if (first.is == token::kind::word && first.value == name && !is_keyword(first)) {
            return std::string(name);
        }
    } catch (const syntax_error&) {
    }
    std::string quoted = "\"";
    for (const char c : name) {
        quoted += c;
        quoted += c == '"' ? "\"" : "";
    }
    return quoted + '"';
}

}  // namespace cxm
