#include "plan/comparison.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;
using sign = std::pair<std::string_view, comparison_operator>;

constexpr std::string_view keywords[] = {"and", "or", "not", "in", "is", "blank", "null", "where"};
constexpr sign signs_of_sql[] = {{"=", comparison_operator::equal},    {"!=", comparison_operator::unequal},
                                 {"<>", comparison_operator::unequal}, {"<", comparison_operator::less},
                                 {"<=", comparison_operator::at_most}, {">", comparison_operator::more},
                                 {">=", comparison_operator::at_least}};
constexpr sign signs_of_sentences[] = {
    {"=", comparison_operator::equal}, {"==", comparison_operator::equal}, {"!=", comparison_operator::unequal}};

bool is_keyword(const token& t) {
    return std::any_of(std::begin(keywords), std::end(keywords), [&](std::string_view k) { return t.is_word(k); });
}

bool is_column(const token& t, dialect of) {
    // A label of a sentence may be called as a keyword is, but for the one that stands in its place.
    return of == dialect::sentence
               ? (t.is == token::kind::word && !t.is_word("not")) || (t.is == token::kind::text && !t.value.empty())
               : t.is == token::kind::column || (t.is == token::kind::word && !is_keyword(t));
}

bool is_value(const token& t) { return t.is == token::kind::number || t.is == token::kind::text; }

/// What `how` is with its sides swapped.
comparison_operator turned(comparison_operator how) {
    switch (how) {
        case comparison_operator::less: return comparison_operator::more;
        case comparison_operator::at_most: return comparison_operator::at_least;
        case comparison_operator::more: return comparison_operator::less;
        case comparison_operator::at_least: return comparison_operator::at_most;
        default: return how;
    }
}

comparison_operator read_operator(lexer& words) {
    const bool is_sql = words.speaks() == dialect::sql;
    for (const auto& [text, how] : is_sql ? std::span<const sign>(signs_of_sql) : signs_of_sentences) {
        if (words.take_sign(text)) {
            return how;
        }
    }
    words.refuse(is_sql ? "=, !=, <, <=, >, >=, 'in' or 'is blank'" : "=, !=, 'in' or 'is blank'");
}

literal literal_of(token value) {
    literal read{value.is == token::kind::number, 0, std::move(value.value)};
    if (read.is_number) {
        const auto number = parse_number(read.text);
        if (!number) {
            throw syntax_error(quoted(read.text) + " is not a number", value.at);
        }
        read.number = *number;
    }
    return read;
}

literal read_literal(lexer& words) {
    const token& next = words.peek();
    const bool is_word = next.is == token::kind::word || next.is == token::kind::column;
    if (words.speaks() == dialect::sentence) {
        if ((!is_word && next.is != token::kind::text && !next.is_sign("(")) || next.value.empty()) {
            words.refuse("a value of the label");
        }
        return literal_of(words.take_value());
    }
    if (!is_value(next)) {
        words.refuse("a number or a text" + (is_word ? " (in single quotes: '" + shown(next.value) + "')" : ""));
    }
    return literal_of(words.take());
}

void add_literal(condition_step& step, literal value, condition& into) {
    step.literals = step.count == 0 ? static_cast<std::uint32_t>(into.literals.size()) : step.literals;
    ++step.count;
    into.literals.push_back(std::move(value));
}

void add_step(condition_step step, const std::string& column, bool negated, condition& into) {
    const auto known = std::find(into.columns.begin(), into.columns.end(), column);
    step.column = static_cast<std::uint32_t>(known - into.columns.begin());
    if (known == into.columns.end()) {
        into.columns.push_back(column);
    }
    into.steps.push_back(step);
    if (negated) {
        into.steps.push_back({kind::negate});
    }
}

/// `5 < column`.
void read_turned(lexer& words, condition& into) {
    condition_step step{kind::compare};
    literal value = literal_of(words.take());
    step.how = turned(read_operator(words));
    if (!is_column(words.peek(), words.speaks())) {
        throw syntax_error("a value is compared with a column; found no column", words.peek().at);
    }
    add_literal(step, std::move(value), into);
    add_step(step, words.take().value, false, into);
}

void read_list(lexer& words, const std::string& column, bool negated, condition& into) {
    if (!words.take_word("in")) {
        words.refuse("'in'");
    }
    if (!words.take_sign("(")) {
        words.refuse("'('");
    }
    condition_step step{kind::among};
    do {
        add_literal(step, read_literal(words), into);
    } while (words.take_sign(","));
    if (!words.take_sign(")")) {
        words.refuse("',' or ')'");
    }
    add_step(step, column, negated, into);
}

}  // namespace

std::string read_column(lexer& words, const std::string& expected) {
    if (!is_column(words.peek(), words.speaks())) {
        const bool named_so = words.speaks() == dialect::sql && is_keyword(words.peek());
        words.refuse(expected + (named_so ? " (one of that name goes in \"double quotes\")" : ""));
    }
    return words.take().value;
}

void read_comparison(lexer& words, condition& into) {
    if (words.speaks() == dialect::sql && is_value(words.peek())) {
        read_turned(words, into);
        return;
    }
    const std::string column = read_column(words, words.speaks() == dialect::sql ? "a column" : "a label");
    if (words.take_word("is")) {
        const bool not_blank = words.take_word("not");
        if (!words.take_word("blank") && !words.take_word("null")) {
            words.refuse("'blank'");
        }
        add_step({kind::blank}, column, not_blank, into);
    } else if (words.peek().is_word("in") || words.peek().is_word("not")) {
        const bool negated = words.take_word("not");
        read_list(words, column, negated, into);
    } else {
        condition_step step{kind::compare};
        step.how = read_operator(words);
        add_literal(step, read_literal(words), into);
        add_step(step, column, false, into);
    }
}

}  // namespace cxm
