#include "sql/cohort_visits.hpp"

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/sql_moments.hpp"

namespace cxm {

namespace {

/// Whether a day is the last of its period.
std::string ends_period(const sql_dialect& in, grain every, const std::string& day, const std::string& day_number) {
    const std::string of_year = "SUBSTR(" + day + ", 6, 5)";
    const std::string year = filled(in.whole, "SUBSTR(" + day + ", 1, 4)");
    const auto rest = [&](int by) { return "(" + filled(in.rest, year, std::to_string(by)) + ")"; };
    switch (every) {
        case grain::year: return of_year + " = '12-31'";
        case grain::quarter: return of_year + " IN ('03-31', '06-30', '09-30', '12-31')";
        case grain::month:
            return fmt::format(
                "({0} IN ('01-31', '02-29', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', "
                "'11-30', '12-31')\n  OR ({0} = '02-28' AND NOT ({1} = 0 AND ({2} <> 0 OR {3} = 0))))",
                of_year, rest(4), rest(100), rest(400));
        case grain::week: return sql_weekday(in, day_number) + " = 'Sun'";
        default: return day + " IS NOT NULL";
    }
}

}  // namespace

void append_to(std::vector<std::string>& to, const std::vector<std::string>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

/// Says what is wrong with rows; gives the condition on them.
std::string cohort_visits::condition_on_rows() {
    std::string where = truth_of(p_.where.meets, p_.where.text, cells_, counting_);
    if (!counting_.findings.empty()) {
        // Rows whose condition cannot be told are refused, not passed over.
        where = "(" + where + ")\nOR " + counting_.findings[0].first;
    }
    counting_.findings.emplace_back(cells_.text(rows_.id) + " IS NULL",
                                    sql_text(in_, rows_.id + ": is blank: nobody knows whose row it is"));
    refuse_times(cells_, counting_, "", rows_.time);
    return where;
}

std::string cohort_visits::period_number() {
    const bool by_day = rules_.every == grain::day || rules_.every == grain::week;
    return sql_period_number(in_, rules_.every, cells_.day(rows_.time), by_day ? cells_.day_number(rows_.time) : "");
}

std::vector<std::string> cohort_visits::columns_of_row() {
    const std::string day = cells_.day(rows_.time);
    const std::string number = cells_.day_number(rows_.time);
    const std::string clock = cells_.clock(rows_.time);
    const std::string period = period_number();
    const std::string ends = ends_period(in_, rules_.every, day, number);
    std::string counts = "wrong IS NULL";
    if (wanted_.until) {
        counts += fmt::format(" AND {} <= {}", number, *wanted_.until);
    }
    std::vector<std::string> columns = {"wrong", sql_column(sql_when(counts, cells_.text(rows_.id)), "person"),
                                        sql_column(sql_when(counts, number), "day_number"),
                                        sql_column(sql_when(counts, period), "period_number"),
                                        sql_column(sql_when(counts, clock), "clock")};
    if (!rules_.rolling && !wanted_.until) {
        columns.push_back(sql_column(sql_when(counts, fmt::format("{} - CASE WHEN {} THEN 0 ELSE 1 END", period, ends)),
                                     "over_period"));
    }
    append_to(columns, amounts_.of_rows(counts));
    return columns;
}

/// The last period that is over, or the last day, of all.
std::string cohort_visits::end_of_data() const {
    if (rules_.rolling) {
        return wanted_.until ? std::to_string(*wanted_.until) : "MAX(day_number) OVER ()";
    }
    // The period before that of the day after the last one.
    return wanted_.until ? sql_period_number(rules_.every, *wanted_.until + 1) + " - 1" : "MAX(over_period) OVER ()";
}

std::string cohort_visits::rolled(const std::string& days) const {
    return filled(in_.divided, days, std::to_string(*rules_.rolling));
}

void cohort_visits::add_visits(std::vector<sql_stage>& stages) const {
    const std::string last = wanted_.until ? sql_period_number(rules_.every, *wanted_.until) : "MAX(period_number)";
    stages.push_back({"cxm_span",
                      "Over how many periods the rows go.",
                      {sql_column(last + " - MIN(period_number)", "periods")},
                      "cxm_rows"});
    const bool counts_over = !rules_.rolling && !wanted_.until;
    const std::string keys = "person, day_number, period_number, clock";
    std::vector<std::string> columns = {keys, sql_column("COUNT(wrong)", "refused_rows"),
                                        sql_column("MIN(wrong)", "refused_text")};
    if (counts_over) {
        columns.push_back(sql_column("MAX(over_period)", "over_period"));
    }
    append_to(columns, amounts_.sums());
    stages.push_back({"cxm_times", "Rows of a person at one time are one order.", columns, "cxm_rows", "", keys});
    stages.push_back({"cxm_firsts",
                      "The first day of each, and the end of all.",
                      {"cxm_times.*", sql_column("MIN(day_number) OVER (PARTITION BY person)", "first_day"),
                       sql_column("MIN(period_number) OVER (PARTITION BY person)", "cohort_number"),
                       sql_column(end_of_data(), "data_end")},
                      "cxm_times"});
    const std::string age = rules_.rolling ? rolled("day_number - first_day") : "period_number - cohort_number";
    const std::string over =
        rules_.rolling ? rolled("data_end - first_day + 1") : std::string("data_end - cohort_number + 1");
    columns = {"person",
               "cohort_number",
               "clock",
               "refused_rows",
               "refused_text",
               sql_column(age, "age_number"),
               sql_column(over, "ages_over")};
    append_to(columns, amounts_.names());
    stages.push_back({"cxm_aged", "How old each visit is, and how many ages are over.", columns, "cxm_firsts"});
    const std::string by = "person, cohort_number, ages_over, age_number";
    columns = {by, sql_column("COUNT(clock)", "orders"), sql_column("SUM(refused_rows)", "refused_rows"),
               sql_column("MIN(refused_text)", "refused_text")};
    append_to(columns, amounts_.sums());
    stages.push_back({"cxm_visits", "A person's orders at an age.", columns, "cxm_aged", "", by});
}

std::vector<sql_stage> cohort_visits::stages() const {
    std::vector<sql_stage> stages = cells_.stages(sql_table(in_, wanted_.table));
    const std::string from = stages.back().name;
    stages.push_back({"cxm_judged",
                      "The rows that count, and what is wrong with them: in words, NULL where nothing is.",
                      {from + ".*", sql_column(sql_case(counting_.findings), "wrong")},
                      from,
                      where_});
    stages.push_back({"cxm_rows", "Whose they are, and when.", of_row_, "cxm_judged"});
    add_visits(stages);
    return stages;
}

}  // namespace cxm
