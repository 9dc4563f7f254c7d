#include "tally/counter.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

#include "problem.hpp"
#include "read/number.hpp"
#include "tally/encoding.hpp"
#include "tally/hash.hpp"
#include "tally/truth.hpp"
#include "text/utf8.hpp"

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

void check_text(std::size_t cell, std::string_view text) {
    if (!is_ascii(text) && first_invalid_utf8(text) != std::string_view::npos) {
        throw cell_problem{cell, "", true};
    }
}

}  // namespace

int128 wide(const std::uint64_t* words) {
    int128 value = 0;
    std::memcpy(&value, words, sizeof value);
    return value;
}

counter::counter(const program& plan, memory_budget& budget)
    : plan_(plan),
      groups_(plan.labels.size(), plan.words, budget),
      texts_(budget),
      dates_(plan.every, plan.date_format),
      labels_(plan.labels.size()) {
    for (const auto& m : plan.measures) {
        distinct_number_.push_back(distinct_measures_);
        distinct_measures_ += m.kind == counting::distinct ? 1 : 0;
    }
}

const std::string_view* counter::without_blanks(const std::string_view* cells) {
    cells_.assign(cells, cells + plan_.columns.size());
    for (std::string_view& cell : cells_) {
        if (std::find(plan_.blanks.begin(), plan_.blanks.end(), cell) != plan_.blanks.end()) {
            cell = {};
        }
    }
    return cells_.data();
}

void counter::add(const std::string_view* cells) {
    ++rows;
    cells = plan_.blanks.empty() ? cells : without_blanks(cells);
    if (!plan_.where.steps.empty() && evaluate(plan_.where, plan_.where_cells, cells, numbers) != truth::yes) {
        return;
    }
    if (plan_.start != program::none) {
        add_stay(cells);
    }
    if (!plan_.counts_rows) {
        return;
    }
    std::int32_t period = no_day;
    if (plan_.period != program::none) {
        std::int32_t day = 0;
        period = period_of(plan_.period, cells, day);
        without_date += period == no_day ? 1 : 0;
    }
    const std::size_t group = group_of(period, cells);
    std::uint64_t* const words = groups_.words(group);
    ++words[0];
    for (const program::survey& survey : plan_.surveys) {
        add_score(survey, words, cells[survey.cell]);
    }
    for (std::size_t i = 0; i < plan_.measures.size(); ++i) {
        add_measure(i, group, cells);
    }
}

std::size_t counter::group_of(std::int32_t period, const std::string_view* cells) {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        labels_[i] = cells[plan_.labels[i]];
    }
    const auto [group, is_new] = groups_.find(period, labels_.data());
    if (is_new) {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            check_text(plan_.labels[i], labels_[i]);
        }
    }
    return group;
}

std::int32_t counter::period_of(std::size_t cell, const std::string_view* cells, std::int32_t& day) {
    if (cells[cell].empty()) {
        return no_day;
    }
    try {
        return dates_.period_of(cells[cell], day);
    } catch (const std::string& finding) {
        throw cell_problem{cell, finding};
    }
}

void counter::add_score(const program::survey& survey, std::uint64_t* words, std::string_view cell) const {
    if (cell.empty()) {
        return;
    }
    int score = cell[0] - '0';
    if (cell == "10") {
        score = 10;
    } else if (cell.size() != 1 || score < 0 || score > 9) {
        number_reader any_mark(std::nullopt);
        const auto number = any_mark.number(cell);
        score =
            number && std::floor(*number) == *number && *number >= 0 && *number <= 100 ? static_cast<int>(*number) : -1;
    }
    if (score < survey.low || score > survey.high) {
        throw cell_problem{survey.cell, fmt::format("{} is not on the scale {}..{}{}", quoted(cell), survey.low,
                                                    survey.high, blank_hint(cell))};
    }
    ++words[survey.word + static_cast<std::size_t>(score - survey.low)];
}

void counter::add_measure(std::size_t number, std::size_t group, const std::string_view* cells) {
    const program::measured& m = plan_.measures[number];
    if (!m.where.steps.empty() && evaluate(m.where, m.where_cells, cells, numbers) != truth::yes) {
        return;
    }
    std::uint64_t* const words = groups_.words(group) + m.word;
    if (m.kind == counting::count) {
        ++*words;
        return;
    }
    const std::string_view cell = cells[m.cell];
    if (cell.empty()) {
        return;
    }
    if (m.kind == counting::distinct) {
        const std::size_t owner = group * distinct_measures_ + distinct_number_[number];
        const std::uint64_t hash = hash_of(cell, groups_.hash(group) + distinct_number_[number]);
        check_text(m.cell, cell);
        texts_.add(static_cast<std::uint32_t>(owner), cell, hash);
        return;
    }
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
void counter::add_stay(const std::string_view* cells) {
    std::int32_t first_day = 0;
    std::int32_t last_day = 0;
    const std::int32_t won = period_of(plan_.start, cells, first_day);
    if (won == no_day) {
        throw cell_problem{plan_.start, "is blank: a stay needs its first day"};
    }
    const std::int32_t lost = period_of(plan_.end, cells, last_day);
    if (lost != no_day && last_day < first_day) {
        throw cell_problem{plan_.end,
                           quoted(cells[plan_.end]) + " is before the stay begins, " + quoted(cells[plan_.start])};
    }
    first_stay = first_stay == no_day ? first_day : std::min(first_stay, first_day);
    last_stay = std::max({last_stay, first_day, lost == no_day ? first_day : last_day});
    const std::size_t group = group_of(won, cells);
    if (won == lost) {
        return;
    }
    ++groups_.words(group)[plan_.stay_word];
    if (lost != no_day) {
        ++groups_.words(group_of(lost, cells))[plan_.stay_word + 1];
    }
}

}  // namespace cxm
