#include "tally/truth.hpp"

#include <cmath>

#include "problem.hpp"
#include "tally/encoding.hpp"
#include "tally/hash.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

template <class T>
bool compare(const T& a, comparison how, const T& b) {
    switch (how) {
        case comparison::equal: return a == b;
        case comparison::unequal: return a != b;
        case comparison::less: return a < b;
        case comparison::at_most: return a <= b;
        case comparison::greater: return a > b;
        default: return a >= b;
    }
}

/// Doubles leave out whole numbers from here on.
constexpr double all_whole_to = 9007199254740992;

/// One row's cells, and how they are read.
struct row {
    const std::vector<std::size_t>& cells_of;
    const row_cells& cells;
    number_reader& numbers;

    bool compares(std::uint32_t column, comparison how, const literal& with) const {
        const std::size_t cell = cells_of[column];
        const std::string_view text = cells[cell];
        if (with.is_number) {
            const auto number = numbers.number(text);
            if (!number) {
                throw cell_problem{cell, quoted(text) + " is not a number, and is compared with " + with.text +
                                             " (put that in single quotes to compare texts)"};
            }
            const bool same = *number == with.number;
            return same && std::fabs(*number) >= all_whole_to ? compares_exactly(text, how, with)
                                                              : compare(*number, how, with.number);
        }
        const std::string_view wanted = with.text;
        const bool same = text.size() == wanted.size() && equal_bytes(text.data(), wanted.data(), text.size());
        if (!same) {
            require_utf8(cell, text);
        }
        return how == comparison::equal ? same : how == comparison::unequal ? !same : compare(text, how, wanted);
    }

    /// Long numbers of customers that are one double may be two customers.
    bool compares_exactly(std::string_view text, comparison how, const literal& with) const {
        const auto number = numbers.fixed(text);
        const auto wanted = number_reader().fixed(with.text);
        return number && wanted ? compare(*number, how, *wanted) : compare(0, how, 0);
    }

    truth look(const condition& c, const condition_step& step) const {
        const bool blank = cells[cells_of[step.column]].empty();
        if (step.does == kind::blank) {
            return blank ? truth::yes : truth::no;
        }
        if (blank) {
            return truth::unknown;
        }
        if (step.does == kind::compare) {
            return compares(step.column, step.how, c.literals[step.literals]) ? truth::yes : truth::no;
        }
        for (std::uint32_t i = 0; i < step.count; ++i) {
            if (compares(step.column, comparison::equal, c.literals[step.literals + i])) {
                return truth::yes;
            }
        }
        return truth::no;
    }
};

truth both(truth a, truth b) {
    if (a == truth::no || b == truth::no) {
        return truth::no;
    }
    return a == truth::yes ? b : truth::unknown;
}

truth negated(truth a) { return a == truth::unknown ? a : a == truth::yes ? truth::no : truth::yes; }

}  // namespace

truth evaluate(const condition& c, const std::vector<std::size_t>& cells_of, const row_cells& cells,
               number_reader& numbers) {
    if (c.steps.empty()) {
        return truth::yes;
    }
    const row here{cells_of, cells, numbers};
    if (c.steps.size() == 1) {
        return here.look(c, c.steps[0]);
    }
    // Every level of nesting holds at most a left side of `or` and one of `and`.
    truth stack[2 * (deepest_nesting + 2)];
    std::size_t height = 0;
    for (std::size_t at = 0; at < c.steps.size();) {
        const condition_step& step = c.steps[at++];
        switch (step.does) {
            case kind::negate: stack[height - 1] = negated(stack[height - 1]); break;
            case kind::both:
                --height;
                stack[height - 1] = both(stack[height - 1], stack[height]);
                break;
            case kind::either:
                --height;
                stack[height - 1] = negated(both(negated(stack[height - 1]), negated(stack[height])));
                break;
            case kind::skip_if_false: at = stack[height - 1] == truth::no ? step.target : at; break;
            case kind::skip_if_true: at = stack[height - 1] == truth::yes ? step.target : at; break;
            default: stack[height++] = here.look(c, step); break;
        }
    }
    return stack[0];
}

}  // namespace cxm
