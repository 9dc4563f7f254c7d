#include "tally/rows_behind.hpp"

#include <algorithm>
#include <bit>

#include <cxm/period.hpp>

#include "rows/cell_order.hpp"
#include "rows/truth.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The rows asked about for which something holds.
template <class Holds>
row_mask rows_for_which(row_mask asked, Holds holds) {
    row_mask met = 0;
    for (; asked != 0; asked &= asked - 1) {
        const auto row = static_cast<std::size_t>(std::countr_zero(asked));
        met |= holds(row) ? row_mask{1} << row : 0;
    }
    return met;
}

bool is_of(answer_figure wanted, const program::survey& s, int answer) {
    switch (wanted) {
        case answer_figure::top: return answer >= s.top_from;
        case answer_figure::middle: return answer >= s.middle_from && answer < s.top_from;
        case answer_figure::bottom: return answer < s.middle_from;
        default: return true;
    }
}

[[noreturn]] void refuse(const program& plan, std::string_view measure) {
    std::vector<std::string_view> keys;
    for (const cxm::measure* each : plan.counted) {
        keys.push_back(each->key);
    }
    throw bad_usage("--of: no rows are counted as " + quote_of(measure) + did_you_mean(measure, keys) +
                    those_there_are("measures", keys));
}

}  // namespace

rows_behind::rows_behind(const program& plan, std::string_view measure, const period_span& wanted)
    : plan_(plan), wanted_(wanted), dates_(plan.every, plan.times.date_format, plan.times.zone) {
    find(measure);
    if (!stay_ && wanted.any() && plan.period == program::none && !plan.period_is_text) {
        throw bad_usage("--from and --to choose periods, of which this measure has none; give --period COLUMN:month");
    }
    if (stay_ == start && !wanted.from) {
        throw bad_usage("--of customers_start: at the start of which period? --from 2024-03 says it");
    }
}

/// Finds what makes a measure.
void rows_behind::find(std::string_view measure) {
    for (const program::survey& survey : plan_.surveys) {
        for (const survey_kind::figure_made& figure : survey.of->measures) {
            if (figure.measure == measure || survey.of->weights_squared == measure) {
                survey_ = &survey;
                figure_ = figure.measure == measure ? figure.of : answer_figure::answers;
                plain_.emplace(survey.low, survey.answers.empty() ? survey.high : survey.low - 1, survey.reversed);
                words_.emplace(survey, plan_.columns[survey.cell]);
                return;
            }
        }
    }
    for (const program::measured& each : plan_.measures) {
        if (each.of->key == measure) {
            measured_ = &each;
            return;
        }
    }
    const auto* const at = std::find(std::begin(stay_measures), std::end(stay_measures), measure);
    if (plan_.start == program::none || at == std::end(stay_measures)) {
        refuse(plan_, measure);
    }
    stay_ = static_cast<stay>(at - std::begin(stay_measures));
}

row_mask rows_behind::of(const row_batch& rows, row_mask asked, number_reader& numbers) {
    if (stay_) {
        return staying(rows, asked);
    }
    asked = within(rows, asked);
    return survey_ != nullptr ? answering(rows, asked) : counted(rows, asked, numbers);
}

/// Rows of the span's periods; of none are those without a date.
row_mask rows_behind::within(const row_batch& rows, row_mask asked) {
    if (!wanted_.any()) {
        return asked;
    }
    if (plan_.period_is_text) {
        const std::string_view* const periods = rows.column(plan_.labels[0]);
        return rows_for_which(asked, [&](std::size_t row) {
            const auto own = parse_period(periods[row]);
            return own && own->of != grain::free && wanted_.holds(periods[row]);
        });
    }
    const std::string_view* const cells = rows.column(plan_.period);
    return rows_for_which(asked, [&](std::size_t row) {
        std::int32_t day = 0;
        return is_wanted(first_of(cells[row], day));
    });
}

row_mask rows_behind::answering(const row_batch& rows, row_mask asked) {
    const std::string_view* const cells = rows.column(survey_->cell);
    return rows_for_which(asked, [&](std::size_t row) {
        std::size_t place = 0;
        if (!plain_->find(cells[row], place)) {
            place = words_->place_of(cells[row]);
        }
        return !cells[row].empty() && is_of(figure_, *survey_, survey_->low + static_cast<int>(place));
    });
}

/// Rows that a count counts, and those whose value is added, told apart or picked from.
row_mask rows_behind::counted(const row_batch& rows, row_mask asked, number_reader& numbers) {
    const program::measured& m = *measured_;
    std::optional<cell_problem> fault;
    if (!m.where.steps.empty()) {
        asked = evaluate(m.where, m.where_cells, rows, asked, numbers, fault).yes;
    }
    if (m.kind == counting::count) {
        return asked;
    }
    if (m.cell != program::none) {
        const std::string_view* const cells = rows.column(m.cell);
        return rows_for_which(asked, [&](std::size_t row) { return !cells[row].empty(); });
    }
    sound_rows sound(fault);
    return asked & ~compute(m.summand, m.summand_cells, rows, asked, numbers, sound, "", computed_).blank;
}

std::int32_t rows_behind::first_of(std::string_view cell, std::int32_t& day) {
    return cell.empty() ? no_day : dates_.firsts()[dates_.period_of(cell, day)];
}

bool rows_behind::is_wanted(std::int32_t first) const {
    const period own = first == no_day ? period{} : containing(first, plan_.every);
    return !wanted_.any() || (first != no_day && (!wanted_.from || own.last >= wanted_.from->first) &&
                              (!wanted_.to || own.first <= wanted_.to->last));
}

/// Stays within one period are not seen by any of these: who came and went in it was never there at an end.
row_mask rows_behind::staying(const row_batch& rows, row_mask asked) {
    const std::string_view* const starts = rows.column(plan_.start);
    const std::string_view* const ends = rows.column(plan_.end);
    return rows_for_which(asked, [&](std::size_t row) {
        std::int32_t day = 0;
        const std::int32_t came = first_of(starts[row], day);
        std::int32_t left = first_of(ends[row], day);
        left = left != no_day && day >= open_end ? no_day : left;
        return came != left && is_customer(came, left);
    });
}

/// Of the first days of the periods in which somebody came and left, which may be none.
bool rows_behind::is_customer(std::int32_t came, std::int32_t left) const {
    const auto is_there = [&](std::int32_t begin_of_period) { return left == no_day || left >= begin_of_period; };
    switch (*stay_) {
        case start: {
            const std::int32_t first = containing(wanted_.from->first, plan_.every).first;
            return came < first && is_there(first);
        }
        case won: return is_wanted(came);
        case lost: return left != no_day && is_wanted(left);
        default: {
            const std::int32_t last = wanted_.to ? containing(wanted_.to->last, plan_.every).first : open_end;
            return came <= last && (left == no_day || left > last);
        }
    }
}

}  // namespace cxm
