#include "plan/arithmetic.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "plan/column.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

using arithmetic_kind = arithmetic_step::kind;

exact_decimal decimal_of(const token& written) {
    number_reader with_point;
    const auto number = read_exact(written.value, with_point);
    if (!number) {
        throw syntax_error(quote_of(written.value) + (parse_number(written.value)
                                                          ? " has more digits than can be computed with exactly"
                                                          : " is not a number"),
                           written.at);
    }
    return *number;
}

/// Recursive descent: sum, product, factor.
class arithmetic_reader {
public:
    arithmetic_reader(lexer& words, arithmetic& into) : words_(words), into_(into) {}

    void read_sum(int depth) {
        read_product(depth);
        for (;;) {
            // `total -5` is a difference too, though the sign stands before the number.
            const bool negative_follows = words_.peek().is == token::kind::number && words_.peek().value[0] == '-';
            if (words_.take_sign("+") || negative_follows) {
                read_product(depth);
                join(arithmetic_kind::add);
            } else if (words_.take_sign("-")) {
                read_product(depth);
                join(arithmetic_kind::subtract);
            } else {
                return;
            }
        }
    }

private:
    void read_product(int depth) {
        read_factor(depth);
        for (;;) {
            if (words_.take_sign("*")) {
                read_factor(depth);
                join(arithmetic_kind::multiply);
            } else if (words_.take_sign("/")) {
                read_divisor();
                join(arithmetic_kind::multiply);
            } else {
                return;
            }
        }
    }

    void read_factor(int depth) {
        if (depth > deepest_nesting) {
            throw syntax_error("nested deeper than 64", words_.peek().at);
        }
        if (words_.take_sign("(")) {
            read_sum(depth + 1);
            if (!words_.take_sign(")")) {
                words_.refuse("')', or one of + - * /");
            }
        } else if (words_.take_sign("-")) {
            push_number({-1, 0});
            read_factor(depth + 1);
            join(arithmetic_kind::multiply);
        } else if (words_.peek().is == token::kind::number) {
            push_number(decimal_of(words_.take()));
        } else if (words_.calls("seconds")) {
            read_seconds();
        } else {
            push_column(read_column(words_, "a column or a number"));
        }
    }

    void read_seconds() {
        words_.take();
        words_.take();
        const std::uint32_t later = number_of(read_column(words_, "the column of the later time"));
        if (!words_.take_sign("-")) {
            words_.refuse("'- COLUMN', the column of the earlier time");
        }
        const std::uint32_t earlier = number_of(read_column(words_, "the column of the earlier time"));
        if (!words_.take_sign(")")) {
            words_.refuse("')' behind two columns of times: seconds(closed - opened)");
        }
        push({arithmetic_kind::seconds, later, earlier});
    }

    /// What divides exactly, as what multiplies.
    void read_divisor() {
        const token written = words_.peek();
        if (written.is != token::kind::number) {
            words_.refuse("a number to divide by (quotients of columns are metrics, not sums)");
        }
        const auto factor = reciprocal(decimal_of(words_.take()));
        if (!factor) {
            throw syntax_error("to divide by " + written.value + " leaves no exact decimals", written.at);
        }
        push_number(*factor);
    }

    void push_column(const std::string& name) { push({arithmetic_kind::column, number_of(name)}); }

    std::uint32_t number_of(const std::string& column) {
        const auto known = std::find(into_.columns.begin(), into_.columns.end(), column);
        const auto number = static_cast<std::uint32_t>(known - into_.columns.begin());
        if (known == into_.columns.end()) {
            into_.columns.push_back(column);
        }
        return number;
    }

    void push_number(exact_decimal number) {
        into_.numbers.push_back(number);
        push({arithmetic_kind::number, static_cast<std::uint32_t>(into_.numbers.size() - 1)});
    }

    void push(arithmetic_step step) {
        if (++held_ > most_operands) {
            throw syntax_error("more numbers are held at a time than 32: put what is in parentheses first",
                               words_.peek().at);
        }
        into_.steps.push_back(step);
    }

    void join(arithmetic_kind how) {
        --held_;
        into_.steps.push_back({how});
    }

    lexer& words_;
    arithmetic& into_;
    std::size_t held_ = 0;
};

}  // namespace

bool arithmetic::has_seconds() const {
    return std::any_of(steps.begin(), steps.end(),
                       [](const arithmetic_step& step) { return step.does == arithmetic_step::kind::seconds; });
}

arithmetic arithmetic_of(std::string column) { return {{{arithmetic_kind::column, 0}}, {std::move(column)}, {}}; }

arithmetic read_arithmetic(lexer& words) {
    arithmetic read;
    arithmetic_reader(words, read).read_sum(0);
    return read;
}

}  // namespace cxm
