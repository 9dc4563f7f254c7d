#include "rows/truth.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "rows/column_match.hpp"
#include "rows/encoding.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

/// Doubles leave out whole numbers from here on.
constexpr double all_whole_to = 9007199254740992;

truths negated(truths a) { return {~(a.yes | a.unknown), a.unknown}; }

truths either(truths a, truths b) {
    const row_mask yes = a.yes | b.yes;
    return {yes, (a.unknown | b.unknown) & ~yes};
}

truths both(truths a, truths b) { return negated(either(negated(a), negated(b))); }

/// Rows whose cells are what they are compared with, rows whose come before, and rows that have none to compare.
struct order {
    row_mask same = 0;
    row_mask less = 0;
    row_mask blank = 0;
};

/// Evaluates step by step, each for all rows that are open: those that are asked about, are not decided by the left
/// side of the step, and come before the first row at fault. So that is the row, and the fault of it, that a walk from
/// row to row would meet first.
class evaluation {
public:
    evaluation(const condition& c, const std::vector<std::size_t>& cells_of, const row_batch& rows,
               number_reader& numbers, std::optional<cell_problem>& fault)
        : c_(c), cells_of_(cells_of), rows_(rows), numbers_(numbers), fault_(fault) {}

    truths run(row_mask asked) {
        // Every level of nesting holds at most a left side of `or` and one of `and`.
        constexpr std::size_t most = 2 * (deepest_nesting + 2);
        truths stack[most];
        row_mask open_before[most];  // a right side
        std::size_t height = 0;
        row_mask open = asked;
        for (std::size_t at = 0; at < c_.steps.size();) {
            const condition_step& step = c_.steps[at++];
            switch (step.does) {
                case kind::negate: stack[height - 1] = negated(stack[height - 1]); break;
                case kind::both:
                case kind::either: {
                    const truths right = stack[--height];
                    truths& left = stack[height - 1];
                    left = step.does == kind::both ? both(left, right) : either(left, right);
                    open = open_before[height - 1];
                    break;
                }
                case kind::skip_if_false:
                case kind::skip_if_true: {
                    const truths left = stack[height - 1];
                    const row_mask rest =
                        open & (step.does == kind::skip_if_true ? ~left.yes : left.yes | left.unknown);
                    if ((rest & sound_) == 0) {
                        at = step.target;
                    } else {
                        open_before[height - 1] = open;
                        open = rest;
                    }
                    break;
                }
                default: stack[height++] = look(step, open); break;
            }
        }
        const row_mask answered = asked & sound_;
        return {stack[0].yes & answered, stack[0].unknown & answered};
    }

private:
    truths look(const condition_step& step, row_mask open) {
        const std::size_t cell = cells_of_[step.column];
        if (step.does == kind::blank) {
            return {blank_rows(rows_.column(cell), rows_.size), 0};
        }
        if (step.does == kind::compare) {
            return compare(cell, step.how, c_.literals[step.literals], open);
        }
        truths found;
        for (std::uint32_t i = 0; i < step.count && open != 0; ++i) {
            const truths same = compare(cell, comparison::equal, c_.literals[step.literals + i], open);
            found = {found.yes | same.yes, same.unknown};
            open &= ~(same.yes | same.unknown);
        }
        return found;
    }

    truths compare(std::size_t cell, comparison how, const literal& with, row_mask open) {
        const order found =
            with.is_number ? order_of_numbers(cell, with, open) : order_of_texts(cell, how, with.text, open);
        return {rows_that_are(how, found) & open & ~found.blank, found.blank};
    }

    static row_mask rows_that_are(comparison how, const order& found) {
        switch (how) {
            case comparison::equal: return found.same;
            case comparison::unequal: return ~found.same;
            case comparison::less: return found.less;
            case comparison::at_most: return found.less | found.same;
            case comparison::greater: return ~(found.less | found.same);
            default: return ~found.less;
        }
    }

    order order_of_texts(std::size_t cell, comparison how, std::string_view with, row_mask open) {
        const std::string_view* const cells = rows_.column(cell);
        const text_match found = rows_with(with, cells, rows_.size);
        for_open(open & found.maybe_invalid & ~found.same, [=](std::size_t row) { require_utf8(cell, cells[row]); });
        const bool ordered = how != comparison::equal && how != comparison::unequal;
        return {found.same, ordered ? rows_before(with, cells, rows_.size) : 0, found.blank};
    }

    order order_of_numbers(std::size_t cell, const literal& with, row_mask open) {
        const std::string_view* const cells = rows_.column(cell);
        short_numbers found;
        read_numbers(cells, rows_.size, numbers_, found);
        order all;
        row_mask others = 0;
        for (std::size_t row = rows_.size; row-- > 0;) {
            const double number = static_cast<double>(static_cast<std::int64_t>(found.digits[row])) /
                                  powers_of_ten.real[found.places[row]];
            all.same = all.same << 1 | static_cast<row_mask>(number == with.number);
            all.less = all.less << 1 | static_cast<row_mask>(number < with.number);
            all.blank = all.blank << 1 | static_cast<row_mask>(found.sizes[row] == 0);
            others = others << 1 | static_cast<row_mask>(found.other[row] != 0);
        }
        all.same &= ~others;
        all.less &= ~others;
        for_open(open & others, [&](std::size_t row) {
            const auto number = numbers_.number(cells[row]);
            if (!number) {
                throw cell_problem{cell, quoted(cells[row]) + " is not a number, and is compared with " + with.text +
                                             " (put that in single quotes to compare texts)"};
            }
            all.same |= static_cast<row_mask>(*number == with.number) << row;
            all.less |= static_cast<row_mask>(*number < with.number) << row;
        });
        if (std::fabs(with.number) >= all_whole_to) {
            tell_apart(cells, with, open & all.same, all);
        }
        return all;
    }

    /// Long numbers of customers that are one double may be two customers.
    void tell_apart(const std::string_view* cells, const literal& with, row_mask rows, order& into) {
        const auto wanted = number_reader().fixed(with.text);
        for_open(rows, [&](std::size_t row) {
            const auto number = numbers_.fixed(cells[row]);
            if (number && wanted) {
                const row_mask bit = row_mask{1} << row;
                into.same &= *number == *wanted ? ~row_mask{0} : ~bit;
                into.less |= *number < *wanted ? bit : 0;
            }
        });
    }

    /// Does something for each of some open rows; the first at fault closes those from it on.
    template <class Each>
    void for_open(row_mask rows, Each each) {
        for (rows &= sound_; rows != 0; rows &= rows - 1) {
            const std::size_t row = static_cast<std::size_t>(std::countr_zero(rows));
            try {
                each(row);
            } catch (cell_problem& found) {
                found.row = row;
                fault_ = std::move(found);
                sound_ = first_rows(row);
                return;
            }
        }
    }

    const condition& c_;
    const std::vector<std::size_t>& cells_of_;
    const row_batch& rows_;
    number_reader& numbers_;
    std::optional<cell_problem>& fault_;
    row_mask sound_ = ~row_mask{0};  ///< before the first row at fault
};

}  // namespace

truths evaluate(const condition& c, const std::vector<std::size_t>& cells_of, const row_batch& rows, row_mask asked,
                number_reader& numbers, std::optional<cell_problem>& fault) {
    if (c.steps.empty()) {
        return {asked, 0};
    }
    return evaluation(c, cells_of, rows, numbers, fault).run(asked);
}

}  // namespace cxm
