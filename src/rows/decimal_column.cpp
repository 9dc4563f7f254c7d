#include "rows/decimal_column.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "rows/column_match.hpp"
#include "rows/seconds_between.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

using arithmetic_kind = arithmetic_step::kind;

bool is_short(int128 digits) { return static_cast<std::int64_t>(digits) == digits; }

/// What nearly all sums and products come to without a look at what fits.
std::optional<exact_decimal> joined(arithmetic_kind how, const exact_decimal& a, const exact_decimal& b) {
    if (is_short(a.digits) && is_short(b.digits)) {
        if (how == arithmetic_kind::multiply) {
            const auto factor = static_cast<std::int64_t>(a.digits);
            return exact_decimal{int128{factor} * static_cast<std::int64_t>(b.digits), a.places + b.places};
        }
        if (a.places == b.places) {
            return exact_decimal{how == arithmetic_kind::add ? a.digits + b.digits : a.digits - b.digits, a.places};
        }
    }
    return how == arithmetic_kind::multiply ? multiplied(a, b)
           : how == arithmetic_kind::add    ? added(a, b)
                                            : subtracted(a, b);
}

class computation {
public:
    computation(const std::vector<std::size_t>& cells_of, const row_batch& rows, row_mask open, number_reader& numbers,
                sound_rows& sound, std::string_view advice)
        : cells_of_(cells_of), rows_(rows), open_(open), numbers_(numbers), sound_(sound), advice_(advice) {}

    void read(std::size_t cell, decimal_column& into) {
        const std::string_view* const cells = rows_.column(cell);
        short_numbers found;
        read_numbers(cells, rows_.size, numbers_, found);
        row_mask others = 0;
        into.blank = 0;
        for (std::size_t row = rows_.size; row-- > 0;) {
            into.of[row] = {static_cast<std::int64_t>(found.digits[row]), static_cast<int>(found.places[row])};
            into.blank = into.blank << 1 | static_cast<row_mask>(found.sizes[row] == 0);
            others = others << 1 | static_cast<row_mask>(found.other[row] != 0);
        }
        sound_.for_each(open_ & others, [&](std::size_t row) {
            const auto number = read_exact(cells[row], numbers_);
            if (!number) {
                if (std::string objection = numbers_.objection_to(cells[row]); !objection.empty()) {
                    throw cell_problem{cell, std::move(objection)};
                }
                throw cell_problem{
                    cell,
                    quote_of(cells[row]) + (numbers_.number(cells[row]).has_value()
                                                ? " has more digits than can be computed with exactly"
                                                : " is not a number" + remedy(cells[row], '.') + std::string(advice_))};
            }
            into.of[row] = *number;
        });
    }

    void read_seconds(two_times cells, const time_form& form, decimal_column& into) {
        const std::string_view* const later = rows_.column(cells.later);
        const std::string_view* const earlier = rows_.column(cells.earlier);
        into.blank = blank_rows(later, rows_.size) | blank_rows(earlier, rows_.size);
        sound_.for_each(open_ & ~into.blank, [&](std::size_t row) {
            into.of[row] = seconds_between(cells, later[row], earlier[row], form);
        });
    }

    void fill(const exact_decimal& number, decimal_column& into) const {
        into.blank = 0;
        for (std::size_t row = 0; row < rows_.size; ++row) {
            into.of[row] = number;
        }
    }

    void join(arithmetic_kind how, decimal_column& left, const decimal_column& right) {
        left.blank |= right.blank;
        sound_.for_each(open_ & ~left.blank, [&](std::size_t row) {
            const auto result = joined(how, left.of[row], right.of[row]);
            if (!result) {
                throw cell_problem{cells_of_.front(), "what is computed has more digits than are exact"};
            }
            left.of[row] = *result;
        });
    }

private:
    const std::vector<std::size_t>& cells_of_;
    const row_batch& rows_;
    row_mask open_;
    number_reader& numbers_;
    sound_rows& sound_;
    std::string_view advice_;
};

}  // namespace

const decimal_column& compute(const arithmetic& how, const std::vector<std::size_t>& cells_of, const row_batch& rows,
                              row_mask open, number_reader& numbers, sound_rows& sound, std::string_view advice,
                              std::vector<decimal_column>& room) {
    std::size_t height = 0;
    computation work(cells_of, rows, open, numbers, sound, advice);
    for (const arithmetic_step& step : how.steps) {
        if (step.joins()) {
            --height;
            work.join(step.does, room[height - 1], room[height]);
            continue;
        }
        if (height == room.size()) {
            room.emplace_back();
        }
        if (step.does == arithmetic_kind::column) {
            work.read(cells_of[step.index], room[height++]);
        } else if (step.does == arithmetic_kind::seconds) {
            work.read_seconds({cells_of[step.index], cells_of[step.from]}, how.times, room[height++]);
        } else {
            work.fill(how.numbers[step.index], room[height++]);
        }
    }
    return room[0];
}

}  // namespace cxm
