#include "rows/cell_order.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "rows/column_match.hpp"
#include "rows/encoding.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Doubles leave out whole numbers from here on.
constexpr double all_whole_to = 9007199254740992;

/// Long numbers of customers that are one double may be two customers.
void tell_apart(const compared_cells& of, const literal& with, number_reader& numbers, sound_rows& sound,
                cell_order& into) {
    const auto wanted = number_reader().fixed(with.text);
    sound.for_each(of.open & into.same, [&](std::size_t row) {
        const auto number = numbers.fixed(of.cells[row]);
        if (number && wanted) {
            const row_mask bit = row_mask{1} << row;
            into.same &= *number == *wanted ? ~row_mask{0} : ~bit;
            into.less |= *number < *wanted ? bit : 0;
        }
    });
}

}  // namespace

cell_order order_of_texts(const compared_cells& of, comparison_operator how, std::string_view with, sound_rows& sound) {
    const text_match match = rows_with(with, of.cells, of.size);
    sound.for_each(of.open & match.maybe_invalid & ~match.same,
                   [&](std::size_t row) { require_utf8(of.number, of.cells[row]); });
    const bool ordered = how != comparison_operator::equal && how != comparison_operator::unequal;
    return {match.same, ordered ? rows_before(with, of.cells, of.size) : 0, match.blank};
}

cell_order order_of_numbers(const compared_cells& of, const literal& with, number_reader& numbers, sound_rows& sound) {
    short_numbers read;
    read_numbers(of.cells, of.size, numbers, read);
    cell_order order;
    row_mask others = 0;
    for (std::size_t row = of.size; row-- > 0;) {
        const double number =
            static_cast<double>(static_cast<std::int64_t>(read.digits[row])) / powers_of_ten.real[read.places[row]];
        order.same = order.same << 1 | static_cast<row_mask>(number == with.number);
        order.less = order.less << 1 | static_cast<row_mask>(number < with.number);
        order.blank = order.blank << 1 | static_cast<row_mask>(read.sizes[row] == 0);
        others = others << 1 | static_cast<row_mask>(read.other[row] != 0);
    }
    order.same &= ~others;
    order.less &= ~others;
    sound.for_each(of.open & others, [&](std::size_t row) {
        const auto number = numbers.number(of.cells[row]);
        if (!number) {
            if (std::string objection = numbers.objection_to(of.cells[row]); !objection.empty()) {
                throw cell_problem{of.number, std::move(objection)};
            }
            throw cell_problem{of.number, quote_of(of.cells[row]) + " is not a number, and is compared with " +
                                              with.text + " (put that in single quotes to compare texts)"};
        }
        order.same |= static_cast<row_mask>(*number == with.number) << row;
        order.less |= static_cast<row_mask>(*number < with.number) << row;
    });
    if (std::fabs(with.number) >= all_whole_to) {
        tell_apart(of, with, numbers, sound, order);
    }
    return order;
}

}  // namespace cxm
