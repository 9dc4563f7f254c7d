#include "sql/stays.hpp"

#include <fmt/format.h>

#include "sql/calendar.hpp"

namespace cxm {

void add_stays(const plan& p, row_cells& cells, sql_counting& to) {
    const sql_dialect& in = cells.dialect();
    const std::string& start = p.subscriptions->start;
    const std::string& end = p.subscriptions->end;
    const std::string first = cells.day(start);
    const std::string last = cells.day(end);
    to.findings.emplace_back(cells.cell(start) + " IS NULL",
                             sql_text(in, start + ": is blank: a stay needs its first day"));
    for (const auto& [column, day] : {std::pair(start, first), std::pair(end, last)}) {
        to.refuse(cells, cells.cell(column) + " IS NOT NULL AND " + day + " IS NULL", column, cells.not_a_day());
    }
    to.refuse(cells, fmt::format("{0} < {1} AND {0} <> '9999-12-31'", last, first), end, "is before the stay begins");
    to.counted.push_back(sql_column(sql_when("wrong IS NULL", cells.period_number(start, p.every)), "start_period"));
    to.counted.push_back(sql_column(
        sql_when("wrong IS NULL AND " + last + " <> '9999-12-31'", cells.period_number(end, p.every)), "end_period"));
}

namespace {

/// A part of the changes: the columns that differ, by what they are of.
struct change {
    std::string period = "NULLIF(0, 0)";
    std::string won = "0";
    std::string lost = "0";
    std::string refused = "0";
    std::string example = "NULLIF('', '')";
    bool has_figures = false;
};

class stay_stages {
public:
    explicit stay_stages(const sql_counting& counting) : counting_(counting) {}

    std::string keys() const {
        std::string text;
        for (const sql_counting::key& key : counting_.keys) {
            text += ", " + key.name;
        }
        return text;
    }

    std::string figure(std::size_t i) const { return fmt::format("figure_{}", i + 1); }

    std::string select(const change& of, const std::string& from, const std::string& where) const {
        std::string text =
            fmt::format("  SELECT {} AS period_number{}, {} AS won, {} AS lost, {} AS refused_row, {} AS "
                        "refused_text",
                        of.period, keys(), of.won, of.lost, of.refused, of.example);
        for (std::size_t i = 0; i < counting_.figures.size(); ++i) {
            text += fmt::format(", {} AS {}",
                                of.has_figures                 ? figure(i)
                                : counting_.figures[i].is_text ? "NULLIF('', '')"
                                                               : "NULLIF(0, 0)",
                                figure(i));
        }
        return text + "\n  FROM " + from + (where.empty() ? "\n" : "\n  WHERE " + where + "\n");
    }

private:
    const sql_counting& counting_;
};

std::string united(const std::vector<std::string>& parts) {
    std::string text = "(\n";
    for (const std::string& part : parts) {
        text += (&part == parts.data() ? "" : "  UNION ALL\n") + part;
    }
    return text + ") AS u";
}

sql_stage calendar_of(const sql_dialect& in) {
    const std::string number =
        filled(in.whole, "first_period + 1000 * a.digit + 100 * b.digit + 10 * c.digit + d.digit");

    return {"cxm_calendar",
            "Every period from the first to the last.",
            {sql_column(number, "period_number")},
            "cxm_span\n  CROSS JOIN cxm_digits AS a\n  CROSS JOIN cxm_digits AS b\n  CROSS JOIN cxm_digits AS c\n"
            "  CROSS JOIN cxm_digits AS d",
            number + " <= last_period"};
}

}  // namespace

void add_stay_stages(const sql_dialect& in, const sql_counting& counting, bool counts_rows, const sql_span& wanted,
                     std::vector<sql_stage>& to) {
    const stay_stages spelled(counting);
    const std::string last_of_row = "CASE WHEN end_period > start_period THEN end_period ELSE start_period END";
    to.push_back(
        {"cxm_span",
         "The first and the last period of all stays.",
         {sql_column(wanted.first.empty() ? "MIN(start_period)" : sql_when("COUNT(start_period) > 0", wanted.first),
                     "first_period"),
          sql_column(wanted.last.empty() ? "MAX(" + last_of_row + ")" : wanted.last, "last_period")},
         "cxm_counted"});
    to.push_back(sql_digits_stage("Crossed four times they number ten thousand periods."));
    to.push_back(calendar_of(in));
    const std::string here = "COALESCE(end_period, -1) <> start_period";
    std::vector<std::string> parts = {
        spelled.select({.period = "start_period", .won = "CASE WHEN " + here + " THEN 1 ELSE 0 END"}, "cxm_counted",
                       "start_period IS NOT NULL"),
        spelled.select({.period = "end_period", .lost = "1"}, "cxm_counted",
                       "end_period IS NOT NULL AND start_period IS NOT NULL AND end_period <> start_period"),
        spelled.select({.refused = "1", .example = "wrong"}, "cxm_counted", "wrong IS NOT NULL")};
    if (counts_rows) {
        parts.push_back(spelled.select({.period = "period_number", .has_figures = true}, "cxm_figures", ""));
    }
    to.push_back({"cxm_changes",
                  "Who came and who left, and what else was counted. Who does both in one period does neither.",
                  {"u.*"},
                  united(parts)});
    const std::string labels = spelled.keys().empty() ? "" : spelled.keys().substr(2);
    if (!labels.empty()) {
        to.push_back({"cxm_labels", "The labels that there are.", {"DISTINCT " + labels}, "cxm_changes"});
    }
    to.push_back(
        {"cxm_followed",
         "The same, with all periods for all labels.",
         {"u.*"},
         united({"  SELECT * FROM cxm_changes\n",
                 spelled.select({.period = "period_number"},
                                labels.empty() ? "cxm_calendar" : "cxm_calendar CROSS JOIN cxm_labels", "")})});
    std::vector<std::string> columns = {"period_number"};
    for (const sql_counting::key& key : counting.keys) {
        columns.push_back(key.name);
    }
    columns.push_back(sql_column(filled(in.whole, "SUM(won)"), "won"));
    columns.push_back(sql_column(filled(in.whole, "SUM(lost)"), "lost"));
    columns.push_back(sql_column(filled(in.whole, "SUM(refused_row)"), "refused_rows"));
    columns.push_back(sql_column("MIN(refused_text)", "refused_text"));
    for (std::size_t i = 0; i < counting.figures.size(); ++i) {
        columns.push_back(
            sql_column(fmt::format("COALESCE(MAX({}), {})", spelled.figure(i), counting.figures[i].of_nothing),
                       spelled.figure(i)));
    }
    to.push_back({"cxm_periods", "A record each.", columns, "cxm_followed", "", "period_number" + spelled.keys()});
    const std::string over = (labels.empty() ? "" : "PARTITION BY " + labels + " ") +
                             std::string("ORDER BY COALESCE(period_number, -1000000) ROWS UNBOUNDED PRECEDING");
    to.push_back(
        {"cxm_customers",
         "Who was there in the end.",
         {"cxm_periods.*", sql_column(filled(in.whole, "SUM(won - lost) OVER (" + over + ")"), "customers_at_end")},
         "cxm_periods"});
}

}  // namespace cxm
