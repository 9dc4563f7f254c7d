#include "sql/sql_cohorts.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/cohort_visits.hpp"
#include "sql/orders_alone.hpp"
#include "sql/sql_result.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

void require_orders_of_cohorts(const plan& p, const sql_request& wanted) {
    if (!p.orders) {
        throw bad_usage("--for cohorts needs whose rows these are, and when: --orders ID,TIME[,AMOUNT], or --people "
                        "ID,TIME");
    }
    require_orders_alone(p, wanted, "--for cohorts", "a period (--every says what a cohort is of)");
}

/// The steps from rows to the cells of a grid.
class cohorts_speller {
public:
    cohorts_speller(const sql_dialect& in, const sql_request& wanted, const sql_cohort_rules& rules,
                    const cohort_visits& visits)
        : in_(in), wanted_(wanted), rules_(rules), visits_(visits), amounts_(visits.amounts()) {}

    std::string run() const {
        std::vector<sql_stage> stages = visits_.stages();
        add_people(stages);
        add_counts(stages);
        add_cells(stages);
        return spell(stages, "cohort_number, age_number", in_.kept);
    }

private:
    void add_people(std::vector<sql_stage>& stages) const {
        stages.push_back({"cxm_people",
                          "The oldest age at which each came.",
                          {"person", "cohort_number", "ages_over", sql_column("MAX(age_number)", "oldest")},
                          "cxm_visits",
                          "person IS NOT NULL",
                          "person, cohort_number, ages_over"});
        stages.push_back({"cxm_alike",
                          "How many people are alike in that.",
                          {"cohort_number", "ages_over", "oldest", sql_column("COUNT(*)", "people")},
                          "cxm_people",
                          "",
                          "cohort_number, ages_over, oldest"});
        stages.push_back(sql_digits_stage("Crossed three times they number a thousand ages."));
        const std::string number = filled(in_.whole, "100 * a.digit + 10 * b.digit + c.digit");
        stages.push_back({"cxm_ages",
                          "The ages that are counted.",
                          {sql_column(number, "age_number")},
                          "cxm_digits AS a\n  CROSS JOIN cxm_digits AS b\n  CROSS JOIN cxm_digits AS c",
                          fmt::format("{} < {}", number, rules_.ages)});
    }

    /// A part of the counts: the columns that differ, by what they are of.
    struct count {
        std::string cohort = "NULLIF(0, 0)";
        std::string age = "NULLIF(0, 0)";
        std::string eligible = "0";
        std::string active = "0";
        std::string orders = "0";
        std::string refused = "0";
        std::string example = "NULLIF('', '')";
        bool has_amounts = false;
    };

    std::string select(const count& of, const std::string& from) const {
        std::string text = fmt::format(
            "  SELECT {} AS cohort_number, {} AS age_number, {} AS eligible, {} AS active, {} AS orders, {} AS "
            "refused_rows, {} AS refused_text",
            of.cohort, of.age, of.eligible, of.active, of.orders, of.refused, of.example);
        for (const std::string& amount : of.has_amounts ? amounts_.names() : amounts_.nothing()) {
            text += ", " + amount;
        }
        return text + "\n  FROM " + from + "\n";
    }

    void add_counts(std::vector<sql_stage>& stages) const {
        const std::string came_later = "CASE WHEN oldest >= age_number THEN people ELSE 0 END";
        const std::string parts[] = {
            select({.cohort = "cohort_number",
                    .age = "age_number",
                    .eligible = "people",
                    .active = rules_.unbounded ? came_later : "0"},
                   "cxm_alike CROSS JOIN cxm_ages\n  WHERE age_number < ages_over"),
            select({.cohort = "cohort_number",
                    .age = "age_number",
                    .active = rules_.unbounded ? "0" : "1",
                    .orders = "orders",
                    .has_amounts = true},
                   fmt::format("cxm_visits\n  WHERE person IS NOT NULL AND age_number < ages_over AND age_number < {}",
                               rules_.ages)),
            select({.refused = "refused_rows", .example = "refused_text"}, "cxm_visits\n  WHERE refused_rows > 0"),
            select({.refused = "1",
                    .example = "'the rows go over more than ten thousand periods: is a date wrong? Longer periods make "
                               "them fewer'"},
                   "cxm_span\n  WHERE periods > 9999")};
        std::string all = "(\n";
        for (const std::string& part : parts) {
            all += (&part == parts ? "" : "  UNION ALL\n") + part;
        }
        stages.push_back(
            {"cxm_counts", "For whom an age is over, who came at it, and what is refused.", {"u.*"}, all + ") AS u"});
        std::vector<std::string> columns = {"cohort_number, age_number"};
        for (const char* name : {"eligible", "active", "orders", "refused_rows"}) {
            columns.push_back(sql_column(filled(in_.whole, "SUM(" + std::string(name) + ")"), name));
        }
        columns.push_back(sql_column("MIN(refused_text)", "refused_text"));
        append_to(columns, amounts_.sums());
        stages.push_back({"cxm_groups", "A record each.", columns, "cxm_counts", "", "cohort_number, age_number"});
    }

    /// Adds the steps that spell periods, under names of their own.
    void add_spelled(std::vector<sql_stage>& stages, const std::string& prefix) const {
        std::vector<sql_stage> spelled = {stages.back()};
        add_spelled_periods(in_, rules_.every, spelled);
        std::string from = spelled[0].name;
        for (std::size_t i = 1; i < spelled.size(); ++i) {
            spelled[i].from = from;
            spelled[i].columns[0] = from + ".*";
            spelled[i].name = prefix + spelled[i].name.substr(std::string_view("cxm").size());
            from = spelled[i].name;
            stages.push_back(std::move(spelled[i]));
        }
    }

    void add_cells(std::vector<sql_stage>& stages) const {
        stages.push_back({"cxm_totals",
                          "How many rows are refused in all, and what one of them says.",
                          {"cxm_groups.*", sql_column("cohort_number", "period_number"),
                           sql_column(filled(in_.whole, "SUM(refused_rows) OVER ()"), "refused_in_all"),
                           sql_column("COALESCE(MIN(refused_text) OVER (), '')", "refused_example_of_all")},
                          "cxm_groups"});
        add_spelled(stages, "cxm_cohort");
        std::vector<std::string> columns = {
            "cohort_number",
            "age_number",
            "eligible",
            "active",
            "orders",
            "refused_rows",
            "refused_in_all",
            "refused_example_of_all",
            sql_column("period_text", "cohort_text"),
            sql_column(rules_.rolling ? "period_number" : "period_number + age_number", "period_number")};
        append_to(columns, amounts_.names());
        stages.push_back(
            {"cxm_grid",
             rules_.rolling ? "A cell is of the period of its cohort." : "A cell is of the period of its age.", columns,
             stages.back().name});
        add_spelled(stages, "cxm_cell");
        columns = {sql_column("period_text", sql_name(in_, "period")),
                   sql_column("cohort_text", sql_name(in_, "cohort")),
                   sql_column("COALESCE(" + filled(in_.text, "age_number") + ", '')", sql_name(in_, "age")),
                   sql_column("eligible", sql_name(in_, "customers_start")),
                   sql_column("0", sql_name(in_, "customers_new")),
                   sql_column("eligible - active", sql_name(in_, "customers_lost")),
                   sql_column("active", sql_name(in_, "customers_end")),
                   sql_column("active", sql_name(in_, "customers_active")),
                   sql_column("orders", sql_name(in_, "transactions"))};
        if (amounts_.any()) {
            columns.push_back(sql_column(amounts_.text(), sql_name(in_, "revenue")));
        }
        columns.push_back(sql_column(stop_or_refused(in_, wanted_.guard), sql_name(in_, "refused")));
        columns.push_back(sql_column("refused_example_of_all", sql_name(in_, "refused_example")));
        columns.push_back(sql_column("COUNT(*) OVER ()", sql_name(in_, "records")));
        stages.push_back({"", "The cells. None may be missing, and nothing may be refused: cxm sees to both.", columns,
                          stages.back().name, "cohort_number IS NOT NULL OR refused_rows > 0"});
    }

    const sql_dialect& in_;
    const sql_request& wanted_;
    const sql_cohort_rules& rules_;
    const cohort_visits& visits_;
    const sql_amounts& amounts_;
};

}  // namespace

std::string sql_cohorts(const plan& p, const sql_dialect& in, const sql_request& wanted,
                        const sql_cohort_rules& rules) {
    require_orders_of_cohorts(p, wanted);
    return cohorts_speller(in, wanted, rules, cohort_visits(p, in, wanted, rules)).run();
}

}  // namespace cxm
