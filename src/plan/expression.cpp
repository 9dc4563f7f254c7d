#include "plan/expression.hpp"

#include "plan/column.hpp"
#include "plan/lexer.hpp"

namespace cxm {

namespace {

expression read_expression(lexer& words) {
    expression read;
    if (words.take_word("sum")) {
        read.kind = counting::sum;
    } else if (words.take_word("distinct")) {
        read.kind = counting::distinct;
    } else if (!words.take_word("count")) {
        words.refuse("'count', 'sum COLUMN' or 'distinct COLUMN'");
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
        words.refuse("'where' or the end");
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
