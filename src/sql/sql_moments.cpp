#include "sql/sql_moments.hpp"

#include <fmt/format.h>

namespace cxm {

namespace {

/// The parts of a second behind its point, cut or filled to six digits.
std::string parts_of_second(const std::string& cell) {
    std::string text = "CASE WHEN SUBSTR(" + cell + ", 20, 1) NOT IN ('.', ',') THEN '000000'";
    for (int digits = 1; digits < 6; ++digits) {
        text += fmt::format("\n    WHEN SUBSTR({0}, {1}, 1) NOT BETWEEN '0' AND '9' THEN SUBSTR({0}, 21, {2}) || '{3}'",
                            cell, 21 + digits, digits, std::string(static_cast<std::size_t>(6 - digits), '0'));
    }
    return text + fmt::format("\n    ELSE SUBSTR({}, 21, 6) END", cell);
}

}  // namespace

std::string sql_clock(const std::string& cell, const std::string& day) {
    return fmt::format("CASE WHEN {1} IS NULL THEN NULLIF('', '')\n"
                       "  WHEN LENGTH({0}) < 16 THEN '000000000000'\n"
                       "  WHEN SUBSTR({0}, 17, 1) <> ':' THEN SUBSTR({0}, 12, 2) || SUBSTR({0}, 15, 2) || '00000000'\n"
                       "  ELSE SUBSTR({0}, 12, 2) || SUBSTR({0}, 15, 2) || SUBSTR({0}, 18, 2) ||\n"
                       "    {2} END",
                       cell, day, parts_of_second(cell));
}

std::string sql_zone_offset(const std::string& cell, const std::string& day) {
    const auto from_end = [&](int back, int size) {
        return fmt::format("SUBSTR({0}, LENGTH({0}) - {1}, {2})", cell, back, size);
    };
    const std::string none = "NULLIF('', '')";
    return fmt::format("CASE WHEN {0} IS NULL THEN {1} WHEN LENGTH({2}) < 17 THEN {1}\n"
                       "  WHEN {3} IN ('+', '-') THEN {4} || {5}\n"
                       "  WHEN {6} IN ('+', '-') THEN {7}\n"
                       "  WHEN {8} IN ('+', '-') THEN {9} || '00'\n"
                       "  WHEN {10} IN ('Z', 'z', 'C', 'T') THEN '+0000' ELSE {1} END",
                       day, none, cell, from_end(5, 1), from_end(5, 3), from_end(1, 2), from_end(4, 1), from_end(4, 5),
                       from_end(2, 1), from_end(2, 3), from_end(0, 1));
}

std::string sql_moment(const sql_dialect& in, const std::string& day_number, const std::string& clock,
                       const std::string& offset) {
    const auto digits = [&](const std::string& of, int from, int size) {
        return filled(in.whole, fmt::format("SUBSTR({}, {}, {})", of, from, size));
    };
    const std::string ahead =
        fmt::format("(60 * {} + {}) * 60000000", digits("COALESCE(" + offset + ", '+0000')", 2, 2),
                    digits("COALESCE(" + offset + ", '+0000')", 4, 2));
    return fmt::format("{} * 86400000000 + {} * 3600000000 + {} * 60000000 + {} * 1000000 + {}\n"
                       "  + CASE SUBSTR(COALESCE({}, '+'), 1, 1) WHEN '-' THEN 1 ELSE -1 END * {}",
                       day_number, digits(clock, 1, 2), digits(clock, 3, 2), digits(clock, 5, 2), digits(clock, 7, 6),
                       offset, ahead);
}

void refuse_times(row_cells& cells, sql_counting& to, const std::string& known, const std::string& column) {
    to.findings.emplace_back(known + cells.text(column) + " IS NULL",
                             sql_text(cells.dialect(), column + ": is blank: nobody knows when it was"));
    refuse_moments(cells, to, known, column);
}

void refuse_moments(row_cells& cells, sql_counting& to, const std::string& known, const std::string& column) {
    const std::string cell = cells.text(column);
    const std::string day = cells.day(column);
    to.refuse(cells, known + day + " IS NULL", column, "is not a date such as 2024-03-15");
    // Whether the end of a day is that of the next one depends on who reads it.
    to.refuse(cells, fmt::format("{}(SUBSTR({}, 12, 2) = '24' OR SUBSTR({}, 17, 3) = ':60')", known, cell, cell),
              column, "is a time at the end of a day; write the next one");
    to.refuse(cells, known + day + " = '9999-12-31'", column, "stands for an open end, and is not when something was");
}

}  // namespace cxm
