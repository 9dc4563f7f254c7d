#include "sql/sql_seconds.hpp"

#include <fmt/format.h>

#include "sql/sql_moments.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Whether two conditions are as true as each other, in words that every engine has.
std::string differ(const std::string& a, const std::string& b) {
    return fmt::format("CASE WHEN {} THEN 1 ELSE 0 END <> CASE WHEN {} THEN 1 ELSE 0 END", a, b);
}

}  // namespace

void require_seconds(const sql_dialect& in) {
    if (in.decimal.empty()) {
        throw bad_usage(fmt::format(
            "{} has no exact decimals for the seconds between two times; DuckDB reads its files", in.engine));
    }
}

sql_value sql_seconds(const std::string& later, const std::string& earlier, row_cells& cells) {
    const sql_dialect& in = cells.dialect();
    require_seconds(in);
    const std::string columns[] = {later, earlier};
    const std::string both =
        fmt::format("{} IS NOT NULL AND {} IS NOT NULL AND ", cells.text(later), cells.text(earlier));
    sql_value value;
    std::string moments[2];
    std::string days[2];
    std::string without_zone[2];
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string day = cells.day(columns[i]);
        value.faults.push_back({both + day + " IS NULL", columns[i], "is not a date such as 2024-03-15"});
        value.faults.push_back(
            {both + day + " = '9999-12-31'", columns[i], "stands for an open end, and is not when something was"});
        moments[i] =
            sql_moment(in, cells.day_number(columns[i]), cells.clock(columns[i]), cells.zone_offset(columns[i]));
        days[i] = cells.is_day_alone(columns[i]);
        without_zone[i] = cells.zone_offset(columns[i]) + " IS NULL";
    }
    const std::string known =
        both + fmt::format("{} IS NOT NULL AND {} IS NOT NULL AND ", cells.day(later), cells.day(earlier));
    value.faults.push_back(
        {known + differ(days[0], days[1]), later, "and the other time: one is a day without a time"});
    value.faults.push_back({fmt::format("{}NOT ({}) AND NOT ({}) AND {}", known, days[0], days[1],
                                        differ(without_zone[0], without_zone[1])),
                            later, "and the other time: one says its zone, and the other none"});
    const std::string microseconds = filled(in.text, fmt::format("({}) - ({})", moments[0], moments[1]));
    const std::string product =
        fmt::format("{} * {}", filled(in.decimal, microseconds, "18", "0"), filled(in.decimal, "'0.000001'", "7", "6"));
    value.text =
        filled(in.decimal, filled(in.text, product), std::to_string(digits_of_seconds.whole + digits_of_seconds.places),
               std::to_string(digits_of_seconds.places));
    return value;
}

}  // namespace cxm
