#include "plan/condition.hpp"

#include <algorithm>

#include "plan/lexer.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

constexpr std::string_view keywords[] = {"and", "or", "not", "in", "is", "blank", "null", "where"};

bool is_keyword(const token& t) {
    return std::any_of(std::begin(keywords), std::end(keywords), [&](std::string_view k) { return t.is_word(k); });
}

/// Recursive descent: or, and, not, then one comparison.
class condition_parser {
public:
    condition_parser(lexer& text, condition& into) : text_(text), into_(into) {}

    void parse_or(int depth) {
        parse_and(depth);
        while (text_.take_word("or")) {
            join(kind::skip_if_true, kind::either, [&] { parse_and(depth); });
        }
    }

private:
    void parse_and(int depth) {
        parse_not(depth);
        while (text_.take_word("and")) {
            join(kind::skip_if_false, kind::both, [&] { parse_not(depth); });
        }
    }

    /// The left side is there; parses the right one, which is passed over where the left decides.
    template <class Right>
    void join(kind skip, kind joined, Right parse_right) {
        const std::size_t jump = into_.steps.size();
        into_.steps.push_back({skip});
        parse_right();
        into_.steps.push_back({joined});
        into_.steps[jump].target = static_cast<std::uint32_t>(into_.steps.size());
    }

    void parse_not(int depth) {
        if (depth > deepest_nesting) {
            text_.refuse_at(text_.peek().at, "nested deeper than 64");
        }
        if (text_.take_word("not")) {
            parse_not(depth + 1);
            into_.steps.push_back({kind::negate});
        } else if (text_.take_sign("(")) {
            parse_or(depth + 1);
            if (!text_.take_sign(")")) {
                text_.refuse("')', 'and' or 'or'");
            }
        } else {
            parse_comparison();
        }
    }

    void parse_comparison() {
        const token first = text_.take();
        const bool column_first =
            first.is == token::kind::column || (first.is == token::kind::word && !is_keyword(first));
        if (column_first && text_.take_word("is")) {
            const bool not_blank = text_.take_word("not");
            if (!text_.take_word("blank") && !text_.take_word("null")) {
                text_.refuse("'blank'");
            }
            finish({kind::blank}, first.value, not_blank);
        } else if (column_first && (text_.peek().is_word("in") || text_.peek().is_word("not"))) {
            const bool negated = text_.take_word("not");
            parse_list(first.value, negated);
        } else if (column_first) {
            condition_step step{kind::compare};
            step.how = parse_sign();
            add_literal(step);
            finish(step, first.value, false);
        } else if (first.is == token::kind::number || first.is == token::kind::text) {
            condition_step step{kind::compare};
            step.how = turned(parse_sign());
            add_literal(step, first);
            const token column = text_.take();
            if (column.is != token::kind::column && (column.is != token::kind::word || is_keyword(column))) {
                text_.refuse_at(column.at, "a value is compared with a column; found no column");
            }
            finish(step, column.value, false);
        } else {
            const std::string found = first.is == token::kind::end ? "the end" : quoted(first.value);
            text_.refuse_at(first.at, "found " + found + ", expected a column" +
                                          (is_keyword(first) ? " (one of that name goes in \"double quotes\")" : ""));
        }
    }

    void parse_list(const std::string& column, bool negated) {
        if (!text_.take_word("in")) {
            text_.refuse("'in'");
        }
        if (!text_.take_sign("(")) {
            text_.refuse("'('");
        }
        condition_step step{kind::among};
        do {
            add_literal(step);
        } while (text_.take_sign(","));
        if (!text_.take_sign(")")) {
            text_.refuse("',' or ')'");
        }
        finish(step, column, negated);
    }

    comparison parse_sign() {
        constexpr std::pair<std::string_view, comparison> signs[] = {
            {"=", comparison::equal},    {"!=", comparison::unequal}, {"<>", comparison::unequal},
            {"<", comparison::less},     {"<=", comparison::at_most}, {">", comparison::greater},
            {">=", comparison::at_least}};
        for (const auto& [sign, how] : signs) {
            if (text_.take_sign(sign)) {
                return how;
            }
        }
        text_.refuse("=, !=, <, <=, >, >=, 'in' or 'is blank'");
    }

    /// What `how` is with its sides swapped.
    static comparison turned(comparison how) {
        switch (how) {
            case comparison::less: return comparison::greater;
            case comparison::at_most: return comparison::at_least;
            case comparison::greater: return comparison::less;
            case comparison::at_least: return comparison::at_most;
            default: return how;
        }
    }

    void add_literal(condition_step& step) { add_literal(step, text_.take()); }

    void add_literal(condition_step& step, const token& found) {
        literal value{found.is == token::kind::number, 0, found.value};
        if (value.is_number) {
            const auto number = parse_number(found.value);
            if (!number) {
                text_.refuse_at(found.at, quoted(found.value) + " is not a number");
            }
            value.number = *number;
        } else if (found.is != token::kind::text) {
            const std::string what = found.is == token::kind::end ? "the end" : quoted(found.value);
            text_.refuse_at(found.at, "found " + what + ", expected a number or a text" +
                                          (found.is == token::kind::word || found.is == token::kind::column
                                               ? " (in single quotes: '" + shown(found.value) + "')"
                                               : ""));
        }
        step.literals = step.count == 0 ? static_cast<std::uint32_t>(into_.literals.size()) : step.literals;
        ++step.count;
        into_.literals.push_back(std::move(value));
    }

    void finish(condition_step step, const std::string& column, bool negated) {
        const auto known = std::find(into_.columns.begin(), into_.columns.end(), column);
        step.column = static_cast<std::uint32_t>(known - into_.columns.begin());
        if (known == into_.columns.end()) {
            into_.columns.push_back(column);
        }
        into_.steps.push_back(step);
        if (negated) {
            into_.steps.push_back({kind::negate});
        }
    }

    lexer& text_;
    condition& into_;
};

condition parse_whole(lexer& text, const char* after) {
    condition found;
    condition_parser(text, found).parse_or(0);
    if (text.peek().is != token::kind::end) {
        text.refuse(after);
    }
    return found;
}

}  // namespace

bad_expression::bad_expression(std::string_view text, std::size_t at, const std::string& finding)
    : bad_usage(quoted(text) + " at byte " + std::to_string(at + 1) + ": " + finding), offset(at) {}

condition parse_condition(std::string_view text) {
    lexer words(text);
    return parse_whole(words, "'and', 'or' or the end");
}

expression parse_expression(std::string_view text) {
    lexer words(text);
    expression found;
    if (words.take_word("sum")) {
        found.kind = counting::sum;
    } else if (words.take_word("distinct")) {
        found.kind = counting::distinct;
    } else if (!words.take_word("count")) {
        words.refuse("'count', 'sum COLUMN' or 'distinct COLUMN'");
    }
    if (found.kind != counting::count) {
        const token column = words.take();
        if (column.is != token::kind::column && (column.is != token::kind::word || is_keyword(column))) {
            words.refuse_at(column.at, "expected a column");
        }
        found.column = column.value;
    }
    if (words.take_word("where")) {
        found.where = parse_whole(words, "'and', 'or' or the end");
    } else if (words.peek().is != token::kind::end) {
        words.refuse("'where' or the end");
    }
    return found;
}

}  // namespace cxm
