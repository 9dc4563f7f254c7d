#include "plan/expression.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "plan/column.hpp"
#include "plan/lexer.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The column that comes next, as it is written in a condition.
std::string column_to_come(lexer words) {
    const token next = words.peek();
    const bool is_name = next.is == token::kind::column || next.is == token::kind::word;
    return is_name ? shown(spell_column(next.value)) : std::string("COLUMN");
}

/// What to write in place of another way of counting.
[[noreturn]] void refuse_kind(const lexer& words) {
    constexpr std::string_view means[] = {"avg", "mean", "average"};
    const bool is_mean = std::any_of(std::begin(means), std::end(means),
                                     [&](std::string_view mean) { return words.peek().is_word(mean); });
    words.refuse("'count', 'sum COLUMN' or 'distinct COLUMN'" +
                 std::string(is_mean ? " (means are metrics: count what they are made of, a sum and a number)" : ""));
}

/// What may be meant by what stands behind `count`, which counts rows: ` (rows with …)`; empty where nothing comes to
/// mind.
std::string meant_by_count(lexer words) {
    if (words.take_sign("(")) {
        if (words.take_sign("*")) {
            return " (count alone counts rows)";
        }
        if (words.take_word("distinct")) {
            return " (write distinct " + column_to_come(words) + ")";
        }
        return " (rows with a value: count where " + column_to_come(words) + " is not blank)";
    }
    if (words.take_word("distinct")) {
        return " (write distinct " + column_to_come(words) + ")";
    }
    if (words.peek().is == token::kind::sign && !words.peek().is_sign("*")) {
        return " (a condition compares a column: count where COLUMN " + words.peek().value + " …)";
    }
    const bool is_name = words.peek().is == token::kind::word || words.peek().is == token::kind::column;
    return is_name ? " (rows with a value: count where " + column_to_come(words) + " is not blank)" : "";
}

expression read_expression(lexer& words) {
    expression read;
    if (words.take_word("sum")) {
        read.kind = counting::sum;
    } else if (words.take_word("distinct")) {
        read.kind = counting::distinct;
    } else if (!words.take_word("count")) {
        refuse_kind(words);
    }
    if (read.kind == counting::sum) {
        const std::size_t at = words.peek().at;
        read.summand = read_arithmetic(words);
        if (read.summand.is_number()) {
            throw syntax_error("a sum needs a column", at);
        }
    } else if (read.kind == counting::distinct) {
        read.told_by = read_text_column(words, "a column");
    }
    if (words.take_word("where")) {
        read.where = read_last_condition(words);
    } else if (words.peek().is != token::kind::end) {
        words.refuse("'where' or the end" + (read.kind == counting::count ? meant_by_count(words) : ""));
    }
    return read;
}

}  // namespace

expression parse_expression(std::string_view text) {
    try {
        lexer words(text);
        return read_expression(words);
    } catch (const syntax_error& problem) {
        throw bad_expression(text, problem);
    }
}

}  // namespace cxm
