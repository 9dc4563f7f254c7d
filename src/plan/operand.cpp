#include "plan/operand.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "plan/column.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

bool is_operator(const token& t) {
    return t.is_sign("+") || t.is_sign("-") || t.is_sign("*") || t.is_sign("/") ||
           (t.is == token::kind::number && t.value[0] == '-');
}

literal literal_of(token value) {
    literal read{value.is == token::kind::number, 0, std::move(value.value)};
    if (read.is_number) {
        const auto number = parse_number(read.text);
        if (!number) {
            throw syntax_error(quote_of(read.text) + " is not a number", value.at);
        }
        read.number = *number;
    }
    return read;
}

std::uint32_t number_of(const column_text& column, condition& of) {
    const auto known = std::find(of.columns.begin(), of.columns.end(), column);
    const auto number = static_cast<std::uint32_t>(known - of.columns.begin());
    if (known == of.columns.end()) {
        of.columns.push_back(column);
    }
    return number;
}

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

arithmetic numbers_of(const operand& o) {
    if (o.is_text()) {
        throw syntax_error("a text is compared with numbers here", o.at);
    }
    if (o.is == operand::kind::numbers) {
        return o.numbers;
    }
    if (o.is == operand::kind::column) {
        return arithmetic_of(o.column.name);
    }
    lexer words(o.value.text);
    return read_arithmetic(words);
}

/// Adds arithmetic, whose columns become those of the condition.
std::uint32_t add_numbers(const operand& o, condition& into) {
    arithmetic added = numbers_of(o);
    for (arithmetic_step& step : added.steps) {
        if (step.does == arithmetic_step::kind::column) {
            step.index = number_of({added.columns[step.index]}, into);
        } else if (step.does == arithmetic_step::kind::seconds) {
            step.index = number_of({added.columns[step.index]}, into);
            step.from = number_of({added.columns[step.from]}, into);
        }
    }
    added.columns.clear();
    into.numbers.push_back(std::move(added));
    return static_cast<std::uint32_t>(into.numbers.size() - 1);
}

}  // namespace

literal read_literal(lexer& words) {
    const token& next = words.peek();
    const bool is_word = next.is == token::kind::word || next.is == token::kind::column;
    if (words.speaks() == dialect::sentence) {
        if ((!is_word && next.is != token::kind::text && !next.is_sign("(")) || next.value.empty()) {
            words.refuse("a value of the label");
        }
        return literal_of(words.take_value());
    }
    if (next.is != token::kind::number && next.is != token::kind::text) {
        words.refuse("a number or a text" + (is_word ? " (in single quotes: '" + shown(next.value) + "')" : ""));
    }
    return literal_of(words.take());
}

operand read_operand(lexer& words) {
    operand read;
    read.at = words.peek().at;
    if (words.peek().is == token::kind::text) {
        read.is = operand::kind::value;
        read.value = literal_of(words.take());
        return read;
    }
    if (words.peek().is == token::kind::number) {
        const lexer before = words;
        const token number = words.take();
        if (!is_operator(words.peek())) {
            read.is = operand::kind::value;
            read.value = literal_of(number);
            return read;
        }
        words = before;
    }
    if (words.calls("lower") || words.calls("trim")) {
        read.column = read_text_column(words, "a column");
        return read;
    }
    read.numbers = read_arithmetic(words);
    if (read.numbers.is_column()) {
        read.column.name = read.numbers.columns[0];
    } else {
        read.is = operand::kind::numbers;
    }
    return read;
}

void add_literal(condition_step& step, literal value, condition& into) {
    step.literals = step.count == 0 ? static_cast<std::uint32_t>(into.literals.size()) : step.literals;
    ++step.count;
    into.literals.push_back(std::move(value));
}

void add_step(condition_step step, const column_text& column, bool negated, condition& into) {
    step.column = number_of(column, into);
    into.steps.push_back(step);
    if (negated) {
        into.steps.push_back({condition_step::kind::negate});
    }
}

void add_comparison(const operand& left, comparison_operator how, const operand& right, condition& into) {
    using kind = operand::kind;
    if (left.is == kind::value && right.is == kind::value) {
        throw syntax_error("a value is compared with a column; found no column", right.at);
    }
    if (left.is == kind::value) {
        add_comparison(right, turned(how), left, into);
        return;
    }
    condition_step step{condition_step::kind::compare, how};
    if (left.is == kind::column && right.is == kind::value) {
        add_literal(step, right.value, into);
        add_step(step, left.column, false, into);
    } else if (left.is == kind::column && right.is == kind::column && (left.is_text() || right.is_text())) {
        step.does = condition_step::kind::compare_texts;
        step.other = number_of(right.column, into);
        add_step(step, left.column, false, into);
    } else {
        step.does = condition_step::kind::compare_numbers;
        step.column = add_numbers(left, into);
        step.other = add_numbers(right, into);
        into.steps.push_back(step);
        if (right.is == kind::column) {
            into.perhaps_texts.push_back(right.column.name);
        }
    }
}

}  // namespace cxm
