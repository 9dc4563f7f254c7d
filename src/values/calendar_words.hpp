#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <cxm/period.hpp>

namespace cxm {

/// What a text says of the calendar, in any of the usual spellings of a period.
struct calendar_reading {
    enum class kind {
        none,        ///< it names no period
        one,         ///< `Jan 2025`, `01/2025`, `T1 2025`, `2025-w09`, `15.03.2025`
        either_day,  ///< 03/04/2025 may be of April or of March
        impossible,  ///< it is written as a period that does not exist
    };
    kind is = kind::none;
    period meant;        ///< of `either_day` that with the day first; of `impossible` its grain alone
    period month_first;  ///< of `either_day` alone
};

/// Reads a period of the calendar; months may have their names in English, French, German, Spanish, Italian, Dutch or
/// Portuguese, long or short. Two digits are a year, 20YY, where they are tied to such a name: `Jan-24`, `Jan '24`.
calendar_reading read_calendar(std::string_view text);

/// The number of the month that is named alone, without a year; 0 where it is none.
int month_named(std::string_view text);

/// The period that a text names, as spelled by this library; the text itself where it names none for sure.
std::string as_period(std::string_view text);

/// The same as a period; nothing where it is none of the calendar.
std::optional<period> calendar_period(std::string_view text);

}  // namespace cxm
