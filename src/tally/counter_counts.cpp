#include <algorithm>
#include <cstring>

#include "rows/encoding.hpp"
#include "tally/counter.hpp"
#include "text/problem.hpp"

// What is counted of rows whose groups are found.
namespace cxm {

int128 wide(const std::uint64_t* words) {
    int128 value = 0;
    std::memcpy(&value, words, sizeof value);
    return value;
}

/// Written without a branch on what the answer is, which no processor could foresee.
void counter::add_scores(std::size_t number, const std::string_view* cells) {
    const program::survey& survey = plan_.surveys[number];
    std::uint64_t* const words = groups_.words(0) + survey.word;
    for_picked([=, this, &plain = plain_answers_[number], stride = plan_.words, groups = groups_of_.data()](
                   std::size_t k, std::size_t row) {
        const std::string_view cell = cells[row];
        std::size_t place = 0;
        if (!plain.find(cell, place)) {
            place = answer_words_[number].place_of(cell);
        }
        words[groups[k] * stride + place] += cell.empty() ? 0 : 1;
    });
}

void counter::add_measure(std::size_t number, const row_batch& batch) {
    const program::measured& m = plan_.measures[number];
    const row_mask wanted = rows_where(m.where, m.where_cells, measure_watches[number], batch);
    if (m.kind == counting::sum && m.cell == program::none) {
        add_computed(m, batch, wanted);
    } else if (m.kind == counting::sum) {
        add_sum(m, batch, wanted);
    } else if (m.kind == counting::least || m.kind == counting::most) {
        add_least(m, batch, wanted);
    } else if (m.kind == counting::quantile) {
        add_value(number, batch, wanted);
    } else if (m.kind == counting::count) {
        std::uint64_t* const words = groups_.words(0) + m.word;
        for_picked([=, stride = plan_.words, groups = groups_of_.data()](std::size_t k, std::size_t row) {
            words[groups[k] * stride] += wanted >> row & 1;
        });
    } else {
        const std::string_view* const cells = batch.column(m.cell);
        std::uint64_t* const met = groups_.words(0) + m.met_word();
        for_picked([&, this](std::size_t k, std::size_t row) {
            if ((wanted >> row & 1) == 0) {
                return;
            }
            met[groups_of_[k] * plan_.words] |= cells[row].empty() ? program::met_blank : program::met_filled;
            if (cells[row].empty()) {
                return;
            }
            if (!is_short_ascii(cells[row])) {
                require_utf8(m.cell, cells[row]);
            }
            const std::size_t owner = shared_number_[groups_of_[k]] * distinct_measures_ + distinct_number_[number];
            texts_.add(static_cast<std::uint32_t>(owner), cells[row]);
        });
    }
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
        if (periods_[k] == date_reader::no_period) {
            throw cell_problem{plan_.start, "is blank: a stay needs its first day"};
        }
        lost_[k] = period_of(plan_.end, ends[row], last_day);
        if (lost_[k] != date_reader::no_period && last_day >= open_end) {
            lost_[k] = date_reader::no_period;
            ++open_ends;
        }
        if (lost_[k] != date_reader::no_period && last_day < first_day) {
            throw cell_problem{plan_.end, quote_of(ends[row]) + " is before the stay begins, " + quote_of(starts[row])};
        }
        first_stay = first_stay == no_day ? first_day : std::min(first_stay, first_day);
        last_stay = std::max({last_stay, first_day, lost_[k] == date_reader::no_period ? first_day : last_day});
    });
    find_groups(batch);
    leaving_.clear();
    std::size_t left = 0;
    for (std::size_t k = 0; k < picked_.size(); ++k) {
        groups_.words(groups_of_[k])[plan_.stay_word] += periods_[k] != lost_[k] ? 1 : 0;
        if (lost_[k] != date_reader::no_period && periods_[k] != lost_[k]) {
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
