#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/row_cells.hpp"

// Times by the clocks of a place.
namespace cxm {

namespace {

/// How many seconds a cell's clock is ahead of UTC, which its end says; `without` where it says nothing.
std::string seconds_ahead(const sql_dialect& in, const std::string& cell, const std::string& without) {
    const auto from_end = [&](int back, int length) {
        return fmt::format("SUBSTR({0}, LENGTH({0}) - {1}, {2})", cell, back, length);
    };
    const auto ahead = [&](int back, int minutes_back) {
        const std::string seconds =
            filled(in.whole, from_end(back - 1, 2)) + " * 3600" +
            (minutes_back == 0 ? "" : " + " + filled(in.whole, from_end(minutes_back, 2)) + " * 60");
        return fmt::format("\n    WHEN {0} = '+' THEN {1}\n    WHEN {0} = '-' THEN -({1})", from_end(back, 1), seconds);
    };
    return fmt::format("CASE{}{}{}\n    WHEN {} IN ('Z', 'z', 'C', 'T') THEN 0 ELSE {} END", ahead(2, 0), ahead(4, 1),
                       ahead(5, 1), from_end(0, 1), without);
}

/// Seconds since 1970 of a time whose clock is so far ahead.
std::string seconds_since_1970(const sql_dialect& in, const std::string& cell, const std::string& ahead) {
    const auto digits = [&](int at) { return filled(in.whole, fmt::format("SUBSTR({}, {}, 2)", cell, at)); };
    return fmt::format(
        "({}) * 86400\n  + {} * 3600 + {} * 60 + CASE WHEN SUBSTR({}, 17, 1) = ':' THEN {} ELSE 0 END\n  - {}",
        sql_day_number(in, fmt::format("SUBSTR({}, 1, 10)", cell)), digits(12), digits(15), cell, digits(18), ahead);
}

}  // namespace

std::string row_cells::not_a_day() const {
    return plan_.time_zone.empty()
               ? "is not a date such as 2024-03-15"
               : "is neither a date such as 2024-03-15 nor a time from 1970 to 2037 that says its zone";
}

/// The time at the place wanted, a day where the cell has no time, NULL where it cannot be told.
std::string row_cells::local(const std::string& column) {
    const std::string cell = iso(column);
    const std::string known =
        add(read, column, "checked", "checked " + column, sql_when(is_day(in_, cell, zone(column)), cell));
    const std::size_t colon = plan_.time_zone.find(':');
    const std::string without = colon == std::string::npos ? "NULLIF(0, 0)" : "0";
    const std::string instant =
        add(instants, column, "instant", "instant " + column,
            sql_when("LENGTH(" + known + ") > 10", seconds_since_1970(in_, known, seconds_ahead(in_, known, without))));
    const std::string zone = sql_text(in_, plan_.time_zone.substr(colon == std::string::npos ? 0 : colon + 1));
    // What clocks said before and will say after is told differently by those who keep such lists.
    constexpr std::int64_t day = 86400;
    return add(locals, column, "local", "local " + column,
               fmt::format("CASE WHEN LENGTH({0}) = 10 THEN {0} WHEN {1} BETWEEN {2} AND {3} THEN {4} END", known,
                           instant, day, calendar::day_number(2037, 12, 31) * day, filled(in_.local, instant, zone)));
}

}  // namespace cxm
