#include <cxm/interval/proportion.hpp>

#include "write/cohorts/formats.hpp"
#include "write/json/object.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

void append_cell(json_array& to, const shown_cohorts& shown, const cohort_figures& cell, std::size_t age) {
    const auto eligible = static_cast<double>(cell.eligible);
    const auto active = static_cast<double>(cell.active);
    json_object one = to.object();
    one.count("age", static_cast<double>(age));
    one.count("eligible", eligible);
    one.count("active", active);
    append_share(one, "retention", active / eligible, wilson(active, eligible, shown.of.asked.level), eligible);
    one.count("orders", static_cast<double>(cell.orders));
    one.number("orders_per_person", static_cast<double>(cell.orders) / eligible);
    if (shown.of.asked.has_amounts) {
        one.number("revenue", to_double(cell.amount));
        one.number("revenue_per_person", to_double(cell.amount) / eligible);
    }
    one.end();
}

void append_line(json_object& one, const shown_cohorts& shown, const cohort_line& line) {
    one.count("people", static_cast<double>(line.people));
    json_array cells = one.array("cells", "\n   ");
    for (std::size_t age = 0; age < line.ages.size(); ++age) {
        if (line.ages[age]) {
            append_cell(cells, shown, *line.ages[age], age);
        }
    }
    cells.end();
    one.end();
}

}  // namespace

std::string json_cohorts(const shown_cohorts& shown) {
    const cohort_rules& rules = shown.of.asked.rules;
    std::string out;
    json_object cohorts(out);
    cohorts.text("schema", "cxm.cohorts/1");
    cohorts.number("level", shown.of.asked.level);
    cohorts.text("every", name(rules.of));
    cohorts.text("ages", rules.by == cohort_ages::calendar ? "calendar" : "rolling");
    if (rules.by == cohort_ages::rolling) {
        cohorts.count("days", rules.length);
    }
    cohorts.text("activity", rules.count == cohort_activity::bounded ? "bounded" : "unbounded");
    cohorts.text("until", spell(containing(last_day(shown.of), grain::day)));
    cohorts.text_if_any("currency", shown.currency);
    json_array lines = cohorts.array("cohorts", "\n ");
    for (const cohort_line& line : shown.of.cohorts) {
        json_object one = lines.object();
        one.text("cohort", spell(line.cohort));
        append_line(one, shown, line);
    }
    lines.end();
    json_object everyone = cohorts.object("all");
    append_line(everyone, shown, shown.of.everyone);
    cohorts.end();
    return out + "\n";
}

}  // namespace cxm
