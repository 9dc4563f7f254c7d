#include <cxm/period.hpp>

#include <algorithm>
#include <bit>
#include <iterator>

#include "intake/total_rows.hpp"
#include "look/column_kind.hpp"
#include "look/name_hints.hpp"
#include "look/usual_answers.hpp"

namespace cxm {

namespace {

/// The format that reads all dates; of two that differ by what is first, that is not known.
void tell_format(const column_counts& counted, column_facts& column) {
    const std::uint32_t fits = counted.formats;
    column.date_format = date_formats[static_cast<std::size_t>(std::countr_zero(fits))];
    const auto any = [&](std::string_view begin) {
        for (std::size_t i = 0; i < std::size(date_formats); ++i) {
            if ((fits >> i & 1) != 0 && date_formats[i].starts_with(begin)) {
                return true;
            }
        }
        return false;
    };
    column.either_day_first = any("%d/") && any("%m/");
}

bool is_answer_scale(const column_counts& counted, std::string_view name) {
    const bool hinted = hints_at(name, hints_of_nps) || hints_at(name, hints_of_csat) || hints_at(name, hints_of_ces);
    return hinted && counted.fractions == 0 && counted.least >= 0 && counted.most <= 10;
}

column_kind kind_of_numbers(const column_counts& counted, std::string_view name, bool measure) {
    const bool whole = counted.fractions == 0;
    return measure                          ? column_kind::number
           : is_answer_scale(counted, name) ? column_kind::answers
           : whole && is_name_of_id(name)   ? column_kind::id
           : hints_at(name, hints_of_money) ? column_kind::money
                                            : column_kind::number;
}

column_kind kind_of_texts(const column_counts& counted, std::string_view name) {
    if (counted.is_over()) {
        return is_name_of_id(name) ? column_kind::id : column_kind::text;
    }
    const std::uint64_t distinct = counted.texts().size();
    if (distinct == counted.filled && counted.filled > 2) {
        return is_name_of_id(name) ? column_kind::id : column_kind::text;
    }
    return distinct <= 200 || is_name_of_id(name)
               ? (is_name_of_id(name) && distinct > 20 ? column_kind::id : column_kind::words)
               : column_kind::text;
}

column_kind kind_of(const column_counts& counted, const column_facts& column) {
    if (counted.filled == 0) {
        return column_kind::blank;
    }
    if (counted.numbers == counted.filled) {
        return kind_of_numbers(counted, column.name, column.is_measure);
    }
    if (counted.days == counted.filled || (counted.others == counted.filled && counted.formats != 0)) {
        return column_kind::day;
    }
    if (counted.periods + counted.days == counted.filled) {
        return column_kind::period;
    }
    if (counted.amounts + counted.numbers == counted.filled) {
        return counted.currencies != 0 ? column_kind::money : kind_of_numbers(counted, column.name, column.is_measure);
    }
    return counted.durations + counted.numbers == counted.filled ? column_kind::duration
                                                                 : kind_of_texts(counted, column.name);
}

std::string day_text(std::int32_t day) { return spell(containing(day, grain::day)); }

void tell_texts(const column_counts& counted, column_facts& column) {
    std::vector<std::pair<std::string, std::uint64_t>> sorted(counted.texts().begin(), counted.texts().end());
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    const auto total =
        std::find_if(sorted.begin(), sorted.end(), [](const auto& text) { return is_total(text.first); });
    column.total = total == sorted.end() || sorted.size() == 1 ? "" : total->first;
    if (column.is == column_kind::words || column.is == column_kind::period) {
        constexpr std::size_t few = 12;
        column.answers = column.is == column_kind::words && sorted.size() <= few ? answers_of_scale(sorted) : "";
        sorted.resize(std::min<std::size_t>(sorted.size(), 5));
        column.commonest = std::move(sorted);
    }
}

}  // namespace

std::string_view name(column_kind k) {
    constexpr std::string_view names[] = {"blank", "id",       "date",    "period", "number",
                                          "money", "duration", "answers", "words",  "text"};
    return names[static_cast<std::size_t>(k)];
}

void tell_kind(const column_counts& counted, std::size_t most_distinct, column_facts& column) {
    column.blank = counted.blank;
    column.filled = counted.filled;
    column.over = counted.is_over();
    column.distinct = column.over ? most_distinct : counted.texts().size();
    column.is = kind_of(counted, column);
    if (counted.numbers + counted.amounts != 0) {
        column.least = counted.least;
        column.most = counted.most;
        column.whole = counted.fractions == 0 && counted.amounts == 0;
    }
    if (column.is == column_kind::day && counted.days == 0) {
        tell_format(counted, column);
    } else if (column.is == column_kind::day) {
        column.first = day_text(counted.first_day);
        column.last = day_text(counted.last_day);
    }
    tell_texts(counted, column);
}

}  // namespace cxm
