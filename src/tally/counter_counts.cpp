#include <algorithm>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "problem.hpp"
#include "read/number.hpp"
#include "tally/counter.hpp"
#include "tally/encoding.hpp"
#include "tally/truth.hpp"

// What is counted of rows whose groups are found.
namespace cxm {

namespace {

/// For what stands where there is no answer; that has no digits.
std::string blank_hint(std::string_view cell) {
    return cell.find_first_of("0123456789") == std::string_view::npos
               ? fmt::format(" (if that means none: --blank {})", quoted(cell))
               : std::string();
}

std::string advice(std::string_view cell) {
    const std::string found = remedy(cell, '.');
    return found.empty() ? blank_hint(cell) : found;
}

/// The place on the scale of an answer not written as a plain whole number; throws the finding as cell_problem.
std::size_t place_on_scale(const program::survey& survey, std::string_view cell) {
    number_reader any_mark(std::nullopt);
    const auto number = any_mark.number(cell);
    if (!number || std::floor(*number) != *number || *number < survey.low || *number > survey.high) {
        throw cell_problem{survey.cell, fmt::format("{} is not on the scale {}..{}{}", quoted(cell), survey.low,
                                                    survey.high, blank_hint(cell))};
    }
    return static_cast<std::size_t>(static_cast<int>(*number) - survey.low);
}

}  // namespace

int128 wide(const std::uint64_t* words) {
    int128 value = 0;
    std::memcpy(&value, words, sizeof value);
    return value;
}

/// Written without a branch on what the answer is, which no processor could foresee.
void counter::add_scores(const program::survey& survey, const std::string_view* cells) {
    const unsigned low = static_cast<unsigned>(survey.low);
    const unsigned span = static_cast<unsigned>(survey.high - survey.low);
    std::uint64_t* const words = groups_.words(0) + survey.word;
    for_picked([=, this, &survey, stride = plan_.words, groups = groups_of_.data()](std::size_t k, std::size_t row) {
        const std::string_view cell = cells[row];
        const std::size_t size = cell.size();
        const char* const at = size == 0 ? "0" : cell.data();
        const unsigned digit = static_cast<unsigned char>(at[0]) - unsigned{'0'};
        const unsigned ten = (size == 2) & (at[0] == '1') & (at[1] == '0');
        const unsigned answered = size != 0;
        std::size_t place = (digit + 9 * ten - low) * answered;
        if (!(ten | ((size <= 1) & (digit <= 9))) | (place > span)) {
            place = place_on_scale(survey, cell);
        }
        words[groups[k] * stride + place] += answered;
    });
}

void counter::add_measure(std::size_t number, const row_batch& batch) {
    const program::measured& m = plan_.measures[number];
    for_picked([&](std::size_t k, std::size_t row) {
        if (!m.where.steps.empty() && evaluate(m.where, m.where_cells, batch.row(row), numbers) != truth::yes) {
            return;
        }
        const std::size_t group = groups_of_[k];
        std::uint64_t* const words = groups_.words(group) + m.word;
        if (m.kind == counting::count) {
            ++*words;
            return;
        }
        const std::string_view cell = batch.column(m.cell)[row];
        if (cell.empty()) {
            return;
        }
        if (m.kind == counting::sum) {
            add_sum(m, cell, words);
            return;
        }
        require_utf8(m.cell, cell);
        const std::size_t owner = shared_number_[group] * distinct_measures_ + distinct_number_[number];
        texts_.add(static_cast<std::uint32_t>(owner), cell);
    });
}

void counter::add_sum(const program::measured& m, std::string_view cell, std::uint64_t* words) {
    const auto value = numbers.fixed(cell);
    if (!value) {
        const bool too_large = numbers.number(cell).has_value();
        throw cell_problem{m.cell, quoted(cell) + (too_large ? " is too large to be summed exactly"
                                                             : " is not a number" + advice(cell))};
    }
    int128 sum = wide(words);
    if (!cxm::add(sum, *value)) {
        throw cell_problem{m.cell, "the sum is beyond 1.7e20, the largest that is exact"};
    }
    std::memcpy(words, &sum, sizeof sum);
    ++words[2];
}

/// A stay changes two periods alone: that in which it begins, and that in which it ends.
void counter::add_stays(const row_batch& batch) {
    const std::string_view* const starts = batch.column(plan_.start);
    const std::string_view* const ends = batch.column(plan_.end);
    periods_.resize(picked_.size());
    lost_.resize(picked_.size());
    for_picked([&](std::size_t k, std::size_t row) {
        std::int32_t first_day = 0;
        std::int32_t last_day = 0;
        periods_[k] = period_of(plan_.start, starts[row], first_day);
        if (periods_[k] == no_day) {
            throw cell_problem{plan_.start, "is blank: a stay needs its first day"};
        }
        lost_[k] = period_of(plan_.end, ends[row], last_day);
        if (lost_[k] != no_day && last_day < first_day) {
            throw cell_problem{plan_.end, quoted(ends[row]) + " is before the stay begins, " + quoted(starts[row])};
        }
        first_stay = first_stay == no_day ? first_day : std::min(first_stay, first_day);
        last_stay = std::max({last_stay, first_day, lost_[k] == no_day ? first_day : last_day});
    });
    find_groups(batch);
    leaving_.clear();
    std::size_t left = 0;
    for (std::size_t k = 0; k < picked_.size(); ++k) {
        groups_.words(groups_of_[k])[plan_.stay_word] += periods_[k] != lost_[k] ? 1 : 0;
        if (lost_[k] != no_day && periods_[k] != lost_[k]) {
            leaving_.push_back(picked_[k]);
            periods_[left++] = lost_[k];
        }
    }
    std::swap(picked_, leaving_);
    find_groups(batch);
    for (std::size_t k = 0; k < picked_.size(); ++k) {
        ++groups_.words(groups_of_[k])[plan_.stay_word + 1];
    }
    std::swap(picked_, leaving_);
}

}  // namespace cxm
