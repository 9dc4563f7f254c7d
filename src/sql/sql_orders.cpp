#include "sql/sql_orders.hpp"

#include <fmt/format.h>

#include "sql/sql_moments.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

void require_nothing_beside_orders(const plan& p) {
    if (p.orders->lost_after) {
        throw bad_usage("who is lost after a time without an order is not for cxm sql yet: leave out --lost-after, or "
                        "let cxm tally count an extract of customer, time and amount");
    }
    if (counts_rows(p) || p.subscriptions) {
        throw bad_usage("cxm sql counts orders by themselves; count " +
                        std::string(p.subscriptions ? "subscriptions" : "surveys and measures") +
                        " by a query of their own");
    }
}

}  // namespace

sql_orders::sql_orders(const plan& p, const catalogue& known, std::optional<std::int32_t> until, row_cells& cells,
                       sql_counting& to)
    : in_(cells.dialect()),
      until_(until),
      amounts_((require_nothing_beside_orders(p), cells), to, "", p.orders->amount) {
    const std::string id = cells.text(p.orders->id);
    to.findings.emplace_back(id + " IS NULL", sql_text(in_, p.orders->id + ": is blank: nobody knows whose row it is"));
    refuse_times(cells, to, "", p.orders->time);
    const std::string counts = "wrong IS NULL";
    to.counted.push_back(sql_column(sql_when(counts, id), "person"));
    to.counted.push_back(sql_column(sql_when(counts, cells.day_number(p.orders->time)), "day_number"));
    to.counted.push_back(sql_column(sql_when(counts, cells.clock(p.orders->time)), "clock"));
    const std::vector<std::string> amounts = amounts_.of_rows(counts);
    to.counted.insert(to.counted.end(), amounts.begin(), amounts.end());
    const std::pair<const char*, std::string> measures[] = {
        {"customers_active", "COUNT(DISTINCT person)"},
        {"customers_returning", "COUNT(DISTINCT CASE WHEN last_place > 1 THEN person END)"},
        {"customers_new", "COUNT(CASE WHEN person IS NOT NULL AND line_of_all = 1 THEN 1 END)"},
        {"transactions", "COUNT(CASE WHEN person IS NOT NULL AND line_of_order = 1 THEN 1 END)"}};
    for (const auto& [measure, count] : measures) {
        to.grouped.push_back(sql_column(count, std::string(measure) + "_sum"));
        to.figures.push_back({known.find_measure(measure), std::string(measure) + "_sum", "0", false});
    }
    if (amounts_.any()) {
        const std::vector<std::string> sums = amounts_.sums();
        to.grouped.insert(to.grouped.end(), sums.begin(), sums.end());
        to.figures.push_back({known.find_measure(amount_of_orders), amounts_.text(), "'0'", true});
    }
}

void sql_orders::add(const sql_counting& counting, const std::string& period, std::vector<sql_stage>& to) const {
    std::string by_label;
    std::string label_order;
    for (const sql_counting::key& key : counting.keys) {
        by_label += ", " + key.name;
        // As labels are kept together: the shorter one first.
        const std::string size = filled(in_.bytes, key.shown);
        label_order += ", " + filled(in_.rest, size, "256") + ", " + size + ", " + filled(in_.ordered, key.shown);
    }
    const std::string in_time = " ORDER BY day_number, clock";
    const std::string is_late = until_ ? fmt::format("wrong IS NOT NULL OR day_number <= {}", *until_) : "";
    to.push_back({"cxm_lines",
                  "The places of orders among those of their customer; rows of one time are lines of one.",
                  {"cxm_counted.*", sql_column("DENSE_RANK() OVER (PARTITION BY person" + in_time + ")", "order_place"),
                   sql_column("ROW_NUMBER() OVER (PARTITION BY person" + in_time + label_order + ")", "line_of_all"),
                   sql_column("ROW_NUMBER() OVER (PARTITION BY person, day_number, clock" + by_label + in_time + ")",
                              "line_of_order")},
                  to.back().name,
                  is_late});
    const std::string of_period = "PARTITION BY person" + (period.empty() ? "" : ", " + period);
    to.push_back({"cxm_returns",
                  "Who has bought before a period, or twice in it, is returning.",
                  {"cxm_lines.*", sql_column("MAX(order_place) OVER (" + of_period + ")", "last_place")},
                  "cxm_lines"});
}

}  // namespace cxm
