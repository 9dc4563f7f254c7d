#include "sql/sql_customers.hpp"

#include <vector>

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/counting.hpp"
#include "sql/orders_alone.hpp"
#include "sql/sql_moments.hpp"
#include "sql/sql_result.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

void require_orders_of_customers(const plan& p, const sql_request& wanted) {
    if (!p.orders) {
        throw bad_usage("--for customers needs orders: --orders ID,DATE[,AMOUNT], or a plan that has them");
    }
    require_orders_alone(p, wanted, "--for customers", "a period");
}

/// The steps from orders to customers.
class customers_speller {
public:
    customers_speller(const plan& p, const sql_dialect& in, const sql_request& wanted)
        : p_(p), in_(in), wanted_(wanted), cells_(p, in, wanted.bare_names) {}

    std::string run() {
        const std::string where = judge();
        const std::string amount = has_amounts() ? cells_.number({p_.orders->amount}) : "0";
        const std::string day = cells_.day_number(p_.orders->time);
        const std::string id = cells_.text(p_.orders->id);
        std::vector<sql_stage> stages = cells_.stages(sql_table(in_, wanted_.table));
        const std::string from = stages.back().name;
        stages.push_back({"cxm_judged",
                          "The orders that count, and what is wrong with them: in words, NULL where nothing is.",
                          {from + ".*", sql_column(sql_case(counting_.findings), "wrong")},
                          from,
                          where});
        std::string counts = "wrong IS NULL AND " + id + " IS NOT NULL";
        if (wanted_.until) {
            counts += fmt::format(" AND {} <= {}", day, *wanted_.until);
        }
        stages.push_back(
            {"cxm_orders",
             "Whose they are, and when. Those of nobody are left out.",
             {"wrong", sql_column(sql_when(counts, id), "customer_id"), sql_column(sql_when(counts, day), "day_number"),
              sql_column(sql_when(counts, amount), "amount")},
             "cxm_judged"});
        stages.push_back({"cxm_days",
                          "Orders of a customer and a day are one purchase.",
                          {"customer_id", "day_number", sql_column("SUM(amount)", "day_amount"),
                           sql_column("COUNT(wrong)", "refused_rows"), sql_column("MIN(wrong)", "refused_text")},
                          "cxm_orders",
                          "",
                          "customer_id, day_number"});
        const std::string end = wanted_.until ? std::to_string(*wanted_.until) : "MAX(day_number) OVER ()";
        stages.push_back({"cxm_firsts",
                          "The first purchase of each, and the last day of all.",
                          {"cxm_days.*", sql_column("MIN(day_number) OVER (PARTITION BY customer_id)", "first_day"),
                           sql_column(end, "end_day")},
                          "cxm_days"});
        add_customers(stages);
        return spell(stages, order(), in_.kept);
    }

private:
    bool has_amounts() const { return !p_.orders->amount.empty(); }

    /// Says what is wrong with rows; gives the condition on them.
    std::string judge() {
        std::string where = truth_of(p_.where.meets, p_.where.text, cells_, counting_);
        if (!counting_.findings.empty()) {
            // Rows whose condition cannot be told are refused, not passed over.
            where = "(" + where + ")\nOR " + counting_.findings[0].first;
        }
        const std::string known = cells_.text(p_.orders->id) + " IS NOT NULL AND ";
        refuse_times(cells_, counting_, known, p_.orders->time);
        if (has_amounts()) {
            const std::string& amount = p_.orders->amount;
            const std::string number = cells_.number({amount});
            counting_.findings.emplace_back(known + cells_.text(amount) + " IS NULL",
                                            sql_text(in_, amount + ": is blank; leave such orders out by --where"));
            counting_.refuse(cells_, known + number + " IS NULL", amount, "is not a plain number");
            counting_.refuse(cells_, known + number + " < 0", amount,
                             "is below 0: a refund is no order; leave it out by --where");
        }
        return where;
    }

    std::string weeks(const std::string& days) const { return filled(in_.real, filled(in_.text, days)) + " / 7e0"; }

    void add_customers(std::vector<sql_stage>& stages) const {
        stages.push_back(
            {"cxm_customers",
             "What each came to. The first purchase is in neither x nor the mean.",
             {"customer_id", sql_column("COUNT(day_number) - 1", "repeats"),
              sql_column("MAX(day_number) - MIN(day_number)", "days_to_last"),
              sql_column("MAX(end_day) - MIN(day_number)", "days_to_end"),
              sql_column("SUM(CASE WHEN day_number > first_day THEN day_amount END)", "repeat_amount"),
              sql_column("SUM(refused_rows)", "refused_rows"), sql_column("MIN(refused_text)", "refused_text")},
             "cxm_firsts",
             "",
             "customer_id"});
        if (!wanted_.ids) {
            add_alike(stages);
        }
        stages.push_back(
            {"cxm_totals",
             "How many rows are refused in all, and what one of them says.",
             {stages.back().name + ".*", sql_column(filled(in_.whole, "SUM(refused_rows) OVER ()"), "refused_in_all"),
              sql_column("COALESCE(MIN(refused_text) OVER (), '')", "refused_example_of_all")},
             stages.back().name});
        std::vector<std::string> columns;
        if (wanted_.ids) {
            columns.push_back(sql_column("COALESCE(customer_id, '')", sql_name(in_, "customer")));
        }
        columns.push_back(sql_column(fmt::format("CASE WHEN refused_in_all = 0 THEN {} ELSE refused_example_of_all END",
                                                 filled(in_.text, "repeats")),
                                     sql_name(in_, "x")));
        columns.push_back(sql_column(weeks("days_to_last"), sql_name(in_, "t_x")));
        columns.push_back(sql_column(weeks("days_to_end"), sql_name(in_, "T")));
        if (has_amounts()) {
            columns.push_back(
                sql_column("CASE WHEN repeats > 0 THEN repeat_amount / repeats ELSE 0e0 END", sql_name(in_, "mean")));
        }
        if (!wanted_.ids) {
            columns.push_back(sql_column("customers_alike", sql_name(in_, "customers")));
        }
        columns.push_back(sql_column(stop_or_refused(in_, wanted_.guard), sql_name(in_, "refused")));
        columns.push_back(sql_column("refused_example_of_all", sql_name(in_, "refused_example")));
        columns.push_back(sql_column("COUNT(*) OVER ()", sql_name(in_, "records")));
        stages.push_back(
            {"", "The customers. Where a row is refused, nobody has an x that can be read.", columns, "cxm_totals",
             std::string(wanted_.ids ? "customer_id IS NOT NULL" : "customers_alike > 0") + " OR refused_rows > 0"});
    }

    /// The models ask no more of customers than these figures: who has them in common is one row.
    void add_alike(std::vector<sql_stage>& stages) const {
        const std::string figures =
            std::string("repeats, days_to_last, days_to_end") + (has_amounts() ? ", repeat_amount" : "");
        stages.push_back(
            {"cxm_alike",
             "Customers who are alike in all that are one row.",
             {figures, sql_column("COUNT(customer_id)", "customers_alike"),
              sql_column("SUM(refused_rows)", "refused_rows"), sql_column("MIN(refused_text)", "refused_text")},
             "cxm_customers",
             "",
             figures});
    }

    std::string order() const {
        return wanted_.ids     ? filled(in_.ordered, "customer_id")
               : has_amounts() ? "repeats, days_to_last, days_to_end, repeat_amount"
                               : "repeats, days_to_last, days_to_end";
    }

    const plan& p_;
    const sql_dialect& in_;
    const sql_request& wanted_;
    row_cells cells_;
    sql_counting counting_;
};

}  // namespace

std::string sql_customers(const plan& p, const sql_dialect& in, const sql_request& wanted) {
    require_orders_of_customers(p, wanted);
    return customers_speller(p, in, wanted).run();
}

}  // namespace cxm
