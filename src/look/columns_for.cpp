#include "look/columns_for.hpp"

#include "values/dates.hpp"

namespace cxm {

command_words reading_of(const file_facts& facts) {
    command_words flags = facts.read_by;
    if (facts.windows_1252) {
        flags = flags + command_words{"--encoding", "windows-1252"};
    }
    if (facts.odd_rows != 0 || facts.is_cut) {
        flags = flags + command_words{"--ragged", "skip"};
    }
    return flags;
}

bool is_dated(const column_facts& c) { return c.is == column_kind::day && !c.either_day_first; }

std::string grain_of(const column_facts& dates) {
    const std::int32_t days =
        dates.first.empty() ? 365 : parse_iso_day(dates.last).day - parse_iso_day(dates.first).day;
    return days > 62 ? "month" : days > 14 ? "week" : "day";
}

bool has_several_periods(const column_facts& dates) { return dates.first.empty() || dates.first != dates.last; }

const column_facts* label_in(const file_facts& facts) {
    return first_column(facts, [](const column_facts& c) {
        return c.is == column_kind::words && c.answers.empty() && c.blank == 0 && c.total.empty() && c.distinct > 1 &&
               c.distinct <= 12;
    });
}

}  // namespace cxm
