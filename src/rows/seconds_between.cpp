#include "rows/seconds_between.hpp"

#include <cstdint>
#include <optional>

#include "rows/row_batch.hpp"
#include "text/problem.hpp"
#include "values/date_readings.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// A time by UTC, where it says how far its clock is from it; by its own clock else.
struct time_met {
    std::int64_t second;
    std::int32_t microsecond;
    bool is_day;
    bool has_zone;
};

[[noreturn]] void refuse_time(std::size_t cell, std::string_view text, const moment& m, const time_form& form) {
    const std::string readings =
        m.problem == not_iso_day && form.date_format.empty() ? readings_of(text) : std::string();
    throw cell_problem{
        cell, quote_of(text) + " " + (readings.empty() ? m.problem : "is not a date such as 2024-03-15" + readings)};
}

time_met time_in(std::size_t cell, std::string_view text, const time_form& form) {
    moment m = form.date_format.empty() ? parse_iso_moment(text) : parse_formatted_moment(text, form.date_format);
    if (m.problem != nullptr) {
        refuse_time(cell, text, m, form);
    }
    if (m.day >= open_end) {
        throw cell_problem{cell, quote_of(text) + " stands for an open end, and is not when something was"};
    }
    std::int64_t second = std::int64_t{m.day} * seconds_a_day + m.second.value_or(0);
    const bool of_zone = m.second && !m.ahead && form.zone.from;
    if (of_zone) {
        const auto instant = form.zone.from->instant_of(second);
        if (!instant) {
            m.problem = "is a time that the clocks of its zone skip";
            refuse_time(cell, text, m, form);
        }
        second = *instant;
    }
    return {second - m.ahead.value_or(0), m.microsecond, !m.second, m.ahead || of_zone};
}

}  // namespace

exact_decimal seconds_between(two_times cells, std::string_view later, std::string_view earlier,
                              const time_form& form) {
    const time_met to = time_in(cells.later, later, form);
    const time_met from = time_in(cells.earlier, earlier, form);
    if (to.is_day != from.is_day) {
        throw cell_problem{to.is_day ? cells.later : cells.earlier,
                           quote_of(to.is_day ? later : earlier) + " is a day without a time, and " +
                               quote_of(to.is_day ? earlier : later) +
                               " has one: the seconds between them are not known"};
    }
    if (to.has_zone != from.has_zone) {
        throw cell_problem{to.has_zone ? cells.earlier : cells.later,
                           quote_of(to.has_zone ? earlier : later) + " says no zone, and " +
                               quote_of(to.has_zone ? later : earlier) +
                               " does; --time-zone UTC:UTC takes times that say none as UTC"};
    }
    const std::int64_t whole = to.second - from.second;
    const std::int64_t part = to.microsecond - from.microsecond;
    if (part == 0) {
        return {whole, 0};
    }
    constexpr int microsecond_places = 6;
    return {int128{whole} * 1'000'000 + part, microsecond_places};
}

}  // namespace cxm
