#include "plan/condition.hpp"

#include <algorithm>

#include "plan/comparison.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

/// Recursive descent: or, and, not, then one comparison.
class condition_reader {
public:
    condition_reader(lexer& words, condition& into) : words_(words), into_(into) {}

    void read_or(int depth) {
        read_and(depth);
        while (words_.take_word("or")) {
            join(kind::skip_if_true, kind::either, [&] { read_and(depth); });
        }
    }

private:
    void read_and(int depth) {
        read_not(depth);
        while (words_.take_word("and")) {
            join(kind::skip_if_false, kind::both, [&] { read_not(depth); });
        }
    }

    /// The left side is there; reads the right one, which is passed over where the left decides.
    template <class Right>
    void join(kind skip, kind joined, Right read_right) {
        const std::size_t jump = into_.steps.size();
        into_.steps.push_back({skip});
        read_right();
        into_.steps.push_back({joined});
        into_.steps[jump].target = static_cast<std::uint32_t>(into_.steps.size());
    }

    void read_not(int depth) {
        if (depth > deepest_nesting) {
            throw syntax_error("nested deeper than 64", words_.peek().at);
        }
        if (words_.take_word("not")) {
            read_not(depth + 1);
            into_.steps.push_back({kind::negate});
        } else if (words_.peek().is_sign("(") && !opens_arithmetic(words_)) {
            words_.take();
            read_or(depth + 1);
            if (!words_.take_sign(")")) {
                words_.refuse("')', 'and' or 'or'");
            }
        } else {
            read_comparison(words_, into_);
        }
    }

    lexer& words_;
    condition& into_;
};

}  // namespace

bad_expression::bad_expression(std::string_view text, const syntax_error& error)
    : bad_usage(quote_of(text) + " at byte " + std::to_string(error.at + 1) + ": " + error.what()), offset(error.at) {}

condition read_condition(lexer& words) {
    condition read;
    condition_reader(words, read).read_or(0);
    return read;
}

condition read_last_condition(lexer& words) {
    condition read = read_condition(words);
    if (words.peek().is != token::kind::end) {
        words.refuse("'and', 'or' or the end");
    }
    return read;
}

condition parse_condition(std::string_view text) {
    try {
        lexer words(text);
        return read_last_condition(words);
    } catch (const syntax_error& error) {
        throw bad_expression(text, error);
    }
}

bool condition::has_seconds() const {
    return std::any_of(numbers.begin(), numbers.end(), [](const arithmetic& each) { return each.has_seconds(); });
}

condition with_times(condition c, const time_form& form) {
    for (arithmetic& each : c.numbers) {
        each.times = form;
    }
    return c;
}

}  // namespace cxm
