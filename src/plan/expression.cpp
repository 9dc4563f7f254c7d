#include "plan/expression.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

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
    constexpr std::string_view means[] = {"avg", "average"};
    const bool is_mean = std::any_of(std::begin(means), std::end(means),
                                     [&](std::string_view mean) { return words.peek().is_word(mean); });
    words.refuse("'count', 'sum COLUMN', 'distinct COLUMN', or 'mean', 'min', 'max', 'median' or 'p90' of a column" +
                 std::string(is_mean ? " (a mean is written 'mean COLUMN')" : ""));
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

/// The percentage of `p90`, from 1 to 99; 0 for another word.
int percentile_of(const token& word) {
    const std::string& text = word.value;
    const bool is_one = word.is == token::kind::word && (text.size() == 2 || text.size() == 3) &&
                        (text[0] == 'p' || text[0] == 'P') &&
                        std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_one ? std::stoi(text.substr(1)) : 0;
}

void read_kind(lexer& words, expression& into) {
    constexpr std::pair<std::string_view, counting> kinds[] = {
        {"count", counting::count}, {"sum", counting::sum},  {"distinct", counting::distinct}, {"mean", counting::mean},
        {"min", counting::least},   {"max", counting::most}, {"median", counting::quantile}};
    const int percent = percentile_of(words.peek());
    const auto at = std::find_if(std::begin(kinds), std::end(kinds),
                                 [&](const auto& kind) { return words.peek().is_word(kind.first); });
    if (percent == 0 && at == std::end(kinds)) {
        refuse_kind(words);
    }
    words.take();
    into.kind = percent != 0 ? counting::quantile : at->second;
    into.percent = percent != 0 ? percent : into.percent;
}

expression read_expression(lexer& words) {
    expression read;
    read_kind(words, read);
    if (read.kind == counting::distinct) {
        read.told_by = read_text_column(words, "a column");
    } else if (read.kind != counting::count) {
        const std::size_t at = words.peek().at;
        read.summand = read_arithmetic(words);
        if (read.summand.is_number()) {
            throw syntax_error("a sum needs a column", at);
        }
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
