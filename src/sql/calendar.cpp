#include "sql/calendar.hpp"

#include <fmt/format.h>

namespace cxm {

namespace {

// Weeks are numbered from a Monday before all days that are read, so that no number is below 0.
constexpr int monday_of_week_0 = -719169;

std::string whole(const sql_dialect& in, const std::string& text) { return filled(in.whole, text); }

std::string divided(const sql_dialect& in, const std::string& number, int by) {
    const std::string quotient = filled(in.divided, number, std::to_string(by));
    return in.divided[0] == '(' ? "(" + quotient + ")" : quotient;
}

std::string rest(const sql_dialect& in, const std::string& number, int by) {
    const std::string left = filled(in.rest, number, std::to_string(by));
    return in.rest[0] == '(' ? "(" + left + ")" : left;
}

std::string padded(const sql_dialect& in, const std::string& number, int digits) {
    const int above = digits == 4 ? 10000 : 100;
    return fmt::format("SUBSTR({}, 2, {})", filled(in.text, fmt::format("{} + {}", above, number)), digits);
}

/// Days from the first of January of the year 1 to that of a year.
std::string first_of_january(const sql_dialect& in, const std::string& year) {
    const std::string before = "(" + year + " - 1)";
    return fmt::format("365 * {0} + {1} - {2} + {3} - 719162", before, divided(in, before, 4), divided(in, before, 100),
                       divided(in, before, 400));
}

void add(std::vector<sql_stage>& to, std::string name, std::string comment, std::vector<std::string> columns) {
    columns.insert(columns.begin(), to.back().name + ".*");
    std::string from = to.back().name;
    to.push_back({std::move(name), std::move(comment), std::move(columns), std::move(from)});
}

}  // namespace

std::string sql_day_number(const sql_dialect& in, const std::string& day) {
    const std::string year = fmt::format("({} - CASE WHEN SUBSTR({}, 6, 2) < '03' THEN 1 ELSE 0 END)",
                                         whole(in, fmt::format("SUBSTR({}, 1, 4)", day)), day);
    return fmt::format(
        "365 * {0} + {1} - {2} + {3} - 719469\n"
        "  + CASE SUBSTR({4}, 6, 2) WHEN '03' THEN 0 WHEN '04' THEN 31 WHEN '05' THEN 61 WHEN '06' THEN 92 "
        "WHEN '07' THEN 122\n"
        "    WHEN '08' THEN 153 WHEN '09' THEN 184 WHEN '10' THEN 214 WHEN '11' THEN 245 WHEN '12' THEN 275 "
        "WHEN '01' THEN 306 ELSE 337 END\n"
        "  + {5}",
        year, divided(in, year, 4), divided(in, year, 100), divided(in, year, 400), day,
        whole(in, fmt::format("SUBSTR({}, 9, 2)", day)));
}

std::string sql_period(grain every, const std::string& day) {
    switch (every) {
        case grain::year: return fmt::format("SUBSTR({}, 1, 4)", day);
        case grain::quarter:
            return fmt::format(
                "SUBSTR({0}, 1, 4) || CASE WHEN SUBSTR({0}, 6, 2) < '04' THEN '-Q1' WHEN SUBSTR({0}, 6, 2) < '07' THEN "
                "'-Q2' WHEN SUBSTR({0}, 6, 2) < '10' THEN '-Q3' ELSE '-Q4' END",
                day);
        case grain::month: return fmt::format("SUBSTR({}, 1, 7)", day);
        default: return day;
    }
}

std::string sql_period_number(const sql_dialect& in, grain every, const std::string& day,
                              const std::string& day_number) {
    const std::string year = whole(in, fmt::format("SUBSTR({}, 1, 4)", day));
    const std::string month = whole(in, fmt::format("SUBSTR({}, 6, 2)", day));
    switch (every) {
        case grain::week: return divided(in, fmt::format("{} + {}", day_number, -monday_of_week_0), 7);
        case grain::day: return day_number;
        default: return sql_month_number(in, every, year, month);
    }
}

std::string sql_month_number(const sql_dialect& in, grain every, const std::string& year, const std::string& month) {
    return every == grain::year      ? year
           : every == grain::quarter ? fmt::format("{} * 4 + {}", year, divided(in, month + " - 1", 3))
                                     : fmt::format("{} * 12 + {} - 1", year, month);
}

void add_spelled_periods(const sql_dialect& in, grain every, std::vector<sql_stage>& to) {
    const auto spelled = [&](const std::string& text) {
        return sql_column(fmt::format("CASE WHEN period_number IS NULL THEN '' ELSE {} END", text), "period_text");
    };
    const std::string number = "period_number";
    if (every != grain::day && every != grain::week) {
        const std::string text =
            every == grain::year ? padded(in, number, 4)
            : every == grain::quarter
                ? padded(in, divided(in, number, 4), 4) + " || '-Q' || " + filled(in.text, rest(in, number, 4) + " + 1")
                : padded(in, divided(in, number, 12), 4) + " || '-' || " + padded(in, rest(in, number, 12) + " + 1", 2);
        add(to, "cxm_spelled", "The numbers of periods as they are written.", {spelled(text)});
        return;
    }
    // Days of 400 years that begin in March, see days_from_civil of Howard Hinnant's calendar algorithms.
    const std::string day = every == grain::day ? "(period_number + 719468)" : "(7 * period_number + 302)";
    add(to, "cxm_eras",
        every == grain::day ? "Days within 400 years from a first of March on."
                            : "The Thursdays of weeks, within 400 years from a first of March on.",
        {sql_column(divided(in, day, 146097), "era"), sql_column(rest(in, day, 146097), "era_day")});
    add(to, "cxm_years", "Years of these 400.",
        {sql_column(divided(in,
                            fmt::format("era_day - {} + {} - {}", divided(in, "era_day", 1460),
                                        divided(in, "era_day", 36524), divided(in, "era_day", 146096)),
                            365),
                    "era_year")});
    add(to, "cxm_year_days", "Days of these years, from March on.",
        {sql_column(fmt::format("era_day - (365 * era_year + {} - {})", divided(in, "era_year", 4),
                                divided(in, "era_year", 100)),
                    "year_day")});
    const std::string month = divided(in, "5 * year_day + 2", 153);
    add(to, "cxm_dates", "Years and months as they are counted.",
        {sql_column("400 * era + era_year + CASE WHEN year_day >= 306 THEN 1 ELSE 0 END", "year_number"),
         sql_column(month + " + CASE WHEN year_day >= 306 THEN -9 ELSE 3 END", "month_number"),
         sql_column("year_day - " + divided(in, "153 * " + month + " + 2", 5) + " + 1", "month_day")});
    const std::string text =
        every == grain::day
            ? padded(in, "year_number", 4) + " || '-' || " + padded(in, "month_number", 2) + " || '-' || " +
                  padded(in, "month_day", 2)
            : padded(in, "year_number", 4) + " || '-W' || " +
                  padded(
                      in,
                      divided(in, fmt::format("7 * period_number - 719166 - ({})", first_of_january(in, "year_number")),
                              7) +
                          " + 1",
                      2);
    add(to, "cxm_spelled", "The numbers of periods as they are written.", {spelled(text)});
}

std::string sql_period_number(grain every, std::int32_t day) {
    const std::int32_t first = containing(day, every).first;
    const auto date = calendar::date(first);
    const int year = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    switch (every) {
        case grain::year: return std::to_string(year);
        case grain::quarter: return std::to_string(year * 4 + (month - 1) / 3);
        case grain::month: return std::to_string(year * 12 + month - 1);
        case grain::week: return std::to_string((first - monday_of_week_0) / 7);
        default: return std::to_string(first);
    }
}

std::string sql_weekday(const sql_dialect& in, const std::string& day_number) {
    return fmt::format(
        "CASE {} WHEN 0 THEN 'Mon' WHEN 1 THEN 'Tue' WHEN 2 THEN 'Wed' WHEN 3 THEN 'Thu' WHEN 4 THEN 'Fri' WHEN 5 THEN "
        "'Sat' WHEN 6 THEN 'Sun' ELSE '' END",
        rest(in, fmt::format("{} + {}", day_number, -monday_of_week_0), 7));
}

}  // namespace cxm
