#include "rows/truth.hpp"

#include "rows/cell_order.hpp"
#include "rows/cell_text.hpp"
#include "rows/column_match.hpp"
#include "rows/decimal_column.hpp"
#include "rows/encoding.hpp"

namespace cxm {

namespace {

using kind = condition_step::kind;

truths negated(truths a) { return {~(a.yes | a.unknown), a.unknown}; }

truths either(truths a, truths b) {
    const row_mask yes = a.yes | b.yes;
    return {yes, (a.unknown | b.unknown) & ~yes};
}

truths both(truths a, truths b) { return negated(either(negated(a), negated(b))); }

/// Evaluates step by step, each for all rows that are open: those that are asked about, are not decided by the left
/// side of the step, and come before the first row at fault. So that is the row, and the fault of it, that a walk from
/// row to row would meet first.
class evaluation {
public:
    evaluation(const condition& c, const std::vector<std::size_t>& cells_of, const row_batch& rows,
               number_reader& numbers, std::optional<cell_problem>& fault)
        : c_(c), cells_of_(cells_of), rows_(rows), numbers_(numbers), sound_(fault) {}

    truths run(row_mask asked) {
        // Every level of nesting holds at most a left side of `or` and one of `and`, and the last one that of
        // `between`.
        constexpr std::size_t most = 2 * (deepest_nesting + 3);
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
                    if ((rest & sound_.rows()) == 0) {
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
        const row_mask answered = asked & sound_.rows();
        return {stack[0].yes & answered, stack[0].unknown & answered};
    }

private:
    truths look(const condition_step& step, row_mask open) {
        if (step.does == kind::compare_numbers) {
            return compare_numbers(step, open);
        }
        const std::size_t cell = cells_of_[step.column];
        switch (step.does) {
            case kind::blank: return {blank_rows(rows_.column(cell), rows_.size), 0};
            case kind::compare: return compare(cell, step.how, c_.literals[step.literals], open);
            case kind::compare_texts: return compare_texts(cell, step.how, cells_of_[step.other], open);
            case kind::answered: return compare(cell, comparison_operator::equal, {false, 0, "1"}, open);
            case kind::like: return like(cell, c_.literals[step.literals].text, open);
            default: return among(step, cell, open);
        }
    }

    truths among(const condition_step& step, std::size_t cell, row_mask open) {
        truths any;
        for (std::uint32_t i = 0; i < step.count && open != 0; ++i) {
            const truths same = compare(cell, comparison_operator::equal, c_.literals[step.literals + i], open);
            any = {any.yes | same.yes, same.unknown};
            open &= ~(same.yes | same.unknown);
        }
        return any;
    }

    truths compare(std::size_t cell, comparison_operator how, const literal& with, row_mask open) {
        const compared_cells cells{rows_.column(cell), cell, rows_.size, open};
        const cell_order order = with.is_number ? order_of_numbers(cells, with, numbers_, sound_)
                                                : order_of_texts(cells, how, with.text, sound_);
        return {rows_that_are(how, order) & open & ~order.blank, order.blank};
    }

    truths compare_numbers(const condition_step& step, row_mask open) {
        constexpr std::string_view advice =
            ", and columns compare as numbers: texts stand in single quotes, trim(…) makes a column one";
        const decimal_column& left =
            compute(c_.numbers[step.column], cells_of_, rows_, open, numbers_, sound_, advice, left_room_);
        const decimal_column& right =
            compute(c_.numbers[step.other], cells_of_, rows_, open, numbers_, sound_, advice, right_room_);
        cell_order order;
        order.blank = left.blank | right.blank;
        sound_.for_each(open & ~order.blank, [&](std::size_t row) {
            const int sign = cxm::compare(left.of[row], right.of[row]);
            order.same |= static_cast<row_mask>(sign == 0) << row;
            order.less |= static_cast<row_mask>(sign < 0) << row;
        });
        return {rows_that_are(step.how, order) & open & ~order.blank, order.blank};
    }

    truths compare_texts(std::size_t cell, comparison_operator how, std::size_t other, row_mask open) {
        const std::string_view* const left = rows_.column(cell);
        const std::string_view* const right = rows_.column(other);
        cell_order order;
        order.blank = blank_rows(left, rows_.size) | blank_rows(right, rows_.size);
        sound_.for_each(open & ~order.blank, [&](std::size_t row) {
            require_utf8(cell, left[row]);
            require_utf8(other, right[row]);
            order.same |= static_cast<row_mask>(left[row] == right[row]) << row;
            order.less |= static_cast<row_mask>(left[row] < right[row]) << row;
        });
        return {rows_that_are(how, order) & open & ~order.blank, order.blank};
    }

    truths like(std::size_t cell, std::string_view pattern, row_mask open) {
        const std::string_view* const cells = rows_.column(cell);
        truths told{0, blank_rows(cells, rows_.size)};
        sound_.for_each(open & ~told.unknown, [&](std::size_t row) {
            require_utf8(cell, cells[row]);
            told.yes |= static_cast<row_mask>(is_like(cells[row], pattern)) << row;
        });
        return told;
    }

    static row_mask rows_that_are(comparison_operator how, const cell_order& cells) {
        switch (how) {
            case comparison_operator::equal: return cells.same;
            case comparison_operator::unequal: return ~cells.same;
            case comparison_operator::less: return cells.less;
            case comparison_operator::at_most: return cells.less | cells.same;
            case comparison_operator::more: return ~(cells.less | cells.same);
            default: return ~cells.less;
        }
    }

    const condition& c_;
    const std::vector<std::size_t>& cells_of_;
    const row_batch& rows_;
    number_reader& numbers_;
    sound_rows sound_;
    std::vector<decimal_column> left_room_;
    std::vector<decimal_column> right_room_;
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
