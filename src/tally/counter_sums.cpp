#include <cstring>
#include <optional>
#include <utility>

#include "rows/column_match.hpp"
#include "tally/blank_hint.hpp"
#include "tally/counter.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

// Sums, of one column or of what is computed.
namespace cxm {

namespace {

std::string advice(std::string_view cell) {
    const std::string known = remedy(cell, '.');
    return known.empty() ? blank_hint(cell) : known;
}

/// One multiplication, which a product of two 128-bit numbers would not be.
int128 product(std::uint64_t a, std::uint64_t b) {
    __extension__ typedef unsigned __int128 uint128;
    return static_cast<int128>(static_cast<uint128>(a) * b);
}

/// In units of 10^-18; by one multiplication where that fits, as nearly always.
std::optional<int128> fixed_value(const exact_decimal& value) {
    if (value.digits >= 0 && static_cast<std::uint64_t>(value.digits >> 64) == 0 && value.places <= fixed_places) {
        return product(static_cast<std::uint64_t>(value.digits), powers_of_ten.of[fixed_places - value.places]);
    }
    return fixed_of(value);
}

}  // namespace

/// Written without a branch on what the cell is, but for numbers that are not as most are; a blank one adds 0.
void counter::add_sum(const program::measured& m, const row_batch& batch, row_mask wanted) {
    const std::string_view* const cells = batch.column(m.cell);
    short_numbers read;
    read_numbers(cells, batch.size, numbers, read, m.is);
    std::uint64_t* const words = groups_.words(0) + m.word;
    for_picked([=, this, &m, &read, stride = plan_.words, groups = groups_of_.data()](std::size_t k, std::size_t row) {
        const std::uint64_t counts = wanted >> row & 1;
        int128 value = product(counts * read.digits[row], powers_of_ten.of[fixed_places - read.places[row]]);
        if ((counts & (read.other[row] != 0 ? 1 : 0)) != 0) {
            value = summand(m.cell, cells[row], m.is);
        }
        std::uint64_t* const to = words + groups[k] * stride;
        int128 sum = wide(to);
        if (!cxm::add(sum, value)) {
            throw cell_problem{m.cell, "the sum is beyond 1.7e20, the largest that is exact"};
        }
        std::memcpy(to, &sum, sizeof sum);
        to[2] |= counts * (read.sizes[row] != 0 ? program::met_filled : program::met_blank);
    });
}

template <class Each>
void counter::for_computed(const program::measured& m, const row_batch& batch, row_mask wanted, Each each) {
    sound_rows sound(fault_);
    const decimal_column& values =
        compute(m.summand, m.summand_cells, batch, wanted & counted_, numbers, sound, "", computed_);
    const row_mask computable = wanted & counted_ & sound.rows();
    counted_ &= sound.rows();
    std::uint64_t* const words = groups_.words(0) + m.word;
    for_picked(
        [=, &m, &values, &each, stride = plan_.words, groups = groups_of_.data()](std::size_t k, std::size_t row) {
            if ((computable >> row & 1) == 0) {
                return;
            }
            std::uint64_t* const to = words + groups[k] * stride;
            const bool is_blank = (values.blank >> row & 1) != 0;
            if (!is_blank) {
                const auto value = fixed_value(values.of[row]);
                if (!value) {
                    throw cell_problem{m.summand_cells[0],
                                       "what is computed has over 18 decimals, or is too large to be exact"};
                }
                if (m.is_time_spent && *value < 0) {
                    throw cell_problem{m.summand_cells[0],
                                       "the later time is before the earlier one in '" + m.text +
                                           "'; a condition 'where seconds(…) >= 0' leaves such rows out"};
                }
                each(k, *value, to);
            }
            to[m.met_word() - m.word] |= is_blank ? program::met_blank : program::met_filled;
        });
}

/// The sum of what is computed row by row.
void counter::add_computed(const program::measured& m, const row_batch& batch, row_mask wanted) {
    for_computed(m, batch, wanted, [&](std::size_t, int128 value, std::uint64_t* to) {
        int128 sum = wide(to);
        if (!cxm::add(sum, value)) {
            throw cell_problem{m.summand_cells[0], "the sum is beyond 1.7e20, the largest that is exact"};
        }
        std::memcpy(to, &sum, sizeof sum);
    });
}

/// The least or the greatest of what is computed.
void counter::add_least(const program::measured& m, const row_batch& batch, row_mask wanted) {
    for_computed(m, batch, wanted, [&](std::size_t, int128 value, std::uint64_t* to) {
        if ((to[2] & program::met_filled) == 0 || (m.kind == counting::least ? value < wide(to) : value > wide(to))) {
            std::memcpy(to, &value, sizeof value);
        }
    });
}

/// What is computed, kept for the end.
void counter::add_value(std::size_t number, const row_batch& batch, row_mask wanted) {
    for_computed(plan_.measures[number], batch, wanted,
                 [&](std::size_t k, int128 value, std::uint64_t*) { values_.add(groups_of_[k], number, value); });
}

/// A number that is not as most are.
int128 counter::summand(std::size_t cell, std::string_view text, number_kind of) {
    const auto value = numbers.fixed(text, of);
    if (!value) {
        if (std::string objection = numbers.objection_to(text, of); !objection.empty()) {
            throw cell_problem{cell, std::move(objection)};
        }
        const bool too_large = numbers.number(text).has_value();
        throw cell_problem{cell, quote_of(text) + (too_large ? " is too large to be summed exactly"
                                                             : " is not a number" + advice(text))};
    }
    return *value;
}

}  // namespace cxm
