#include "plan/comparison.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "plan/column.hpp"
#include "plan/operand.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;
using sign = std::pair<std::string_view, comparison_operator>;

constexpr sign signs_of_sql[] = {{"=", comparison_operator::equal},    {"!=", comparison_operator::unequal},
                                 {"<>", comparison_operator::unequal}, {"<", comparison_operator::less},
                                 {"<=", comparison_operator::at_most}, {">", comparison_operator::more},
                                 {">=", comparison_operator::at_least}};
constexpr sign signs_of_sentences[] = {
    {"=", comparison_operator::equal}, {"==", comparison_operator::equal}, {"!=", comparison_operator::unequal}};

comparison_operator read_operator(lexer& words) {
    const bool is_sql = words.speaks() == dialect::sql;
    for (const auto& [text, how] : is_sql ? std::span<const sign>(signs_of_sql) : signs_of_sentences) {
        if (words.take_sign(text)) {
            return how;
        }
    }
    words.refuse(is_sql ? "=, !=, <, <=, >, >=, 'in', 'between', 'like' or 'is blank'" : "=, !=, 'in' or 'is blank'");
}

void read_list(lexer& words, const column_text& column, bool negated, condition& into) {
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

/// `is blank`, `in (…)`, `like '…'` and their opposites, of a column; false where none of them comes.
bool read_predicate(lexer& words, const column_text& column, condition& into) {
    if (words.take_word("is")) {
        const bool not_blank = words.take_word("not");
        if (!words.take_word("blank") && !words.take_word("null")) {
            words.refuse("'blank'");
        }
        add_step({kind::blank}, column, not_blank, into);
        return true;
    }
    const lexer before = words;
    const bool negated = words.take_word("not");
    const bool is_sql = words.speaks() == dialect::sql;
    if (is_sql && words.take_word("like")) {
        condition_step step{kind::like};
        add_literal(step, read_literal(words), into);
        if (into.literals[step.literals].is_number) {
            throw syntax_error("a pattern is a text: like 'pro%'", before.peek().at);
        }
        add_step(step, column, negated, into);
        return true;
    }
    if (is_sql && words.peek().is_word("between")) {
        words = before;
        return false;
    }
    if (negated || words.peek().is_word("in")) {
        read_list(words, column, negated, into);
        return true;
    }
    return false;
}

/// `between` two others, them included.
void read_range(lexer& words, const operand& of, bool negated, condition& into) {
    const operand least = read_operand(words);
    if (!words.take_word("and")) {
        words.refuse("'and' and the upper end of 'between'");
    }
    const operand most = read_operand(words);
    add_comparison(of, comparison_operator::at_least, least, into);
    const std::size_t jump = into.steps.size();
    into.steps.push_back({kind::skip_if_false});
    add_comparison(of, comparison_operator::at_most, most, into);
    into.steps.push_back({kind::both});
    into.steps[jump].target = static_cast<std::uint32_t>(into.steps.size());
    if (negated) {
        into.steps.push_back({kind::negate});
    }
}

void read_sql_comparison(lexer& words, condition& into) {
    const operand left = read_operand(words);
    if (left.is == operand::kind::column && read_predicate(words, left.column, into)) {
        return;
    }
    const bool negated = words.peek().is_word("not");
    if (negated) {
        words.take();
    }
    if (words.take_word("between")) {
        read_range(words, left, negated, into);
    } else if (negated) {
        words.refuse("'between'");
    } else {
        const comparison_operator how = read_operator(words);
        add_comparison(left, how, read_operand(words), into);
    }
}

}  // namespace

bool opens_arithmetic(lexer words) {
    if (words.speaks() == dialect::sentence) {
        return false;
    }
    int open = 0;
    do {
        const token each = words.take();
        open += each.is_sign("(") ? 1 : each.is_sign(")") ? -1 : 0;
    } while (open != 0 && words.peek().is != token::kind::end);
    const token& behind = words.peek();
    constexpr std::string_view joints[] = {"between", "in", "like", "is", "not"};
    return open == 0 && ((behind.is == token::kind::sign && !behind.is_sign(")") && !behind.is_sign(",")) ||
                         behind.is == token::kind::number ||
                         std::any_of(std::begin(joints), std::end(joints),
                                     [&](std::string_view word) { return behind.is_word(word); }));
}

void read_comparison(lexer& words, condition& into) {
    if (words.speaks() == dialect::sql) {
        read_sql_comparison(words, into);
        return;
    }
    const column_text label{read_column(words, "a label")};
    if (!read_predicate(words, label, into)) {
        condition_step step{kind::compare};
        step.how = read_operator(words);
        add_literal(step, read_literal(words), into);
        add_step(step, label, false, into);
    }
}

}  // namespace cxm
