#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <cxm/cohort.hpp>
#include <cxm/funnel.hpp>
#include <cxm/hazard.hpp>

#include "catch.hpp"
#include "reference/operations.hpp"

using namespace cxm;
using nlohmann::json;

namespace {

using rc = reference_case;
using cells = std::vector<std::optional<double>>;

/// Rows of persons, in their order of time, without changing that of equal times.
template <typename Row>
std::map<std::string, std::vector<Row>> by_person(const json& rows, const std::function<Row(const json&)>& row_of) {
    std::map<std::string, std::vector<Row>> made;
    for (const json& row : rows) {
        made[row[0].get<std::string>()].push_back(row_of(row));
    }
    for (auto& [person, all] : made) {
        std::stable_sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.time < b.time; });
    }
    return made;
}

template <typename Field>
cells column(const std::vector<funnel_step>& steps, const Field& field) {
    cells all;
    for (const funnel_step& step : steps) {
        all.push_back(field(step));
    }
    return all;
}

void check_funnel(rc& c) {
    const auto names = c.inputs().at("steps").get<std::vector<std::string>>();
    funnel_rules rules{.steps = names.size()};
    if (!c.inputs().at("window").is_null()) {
        rules.window = c.inputs().at("window").get<std::int64_t>();
    }
    rules.order = c.text("order") == "any"      ? step_order::any
                  : c.text("order") == "strict" ? step_order::strict
                                                : step_order::ordered;
    rules.first_entry_only = c.has_input("anchor") && c.text("anchor") == "first";
    rules.later_only = c.has_input("same_time") && c.text("same_time") == "no";
    const auto persons = by_person<funnel_row>(c.inputs().at("events"), [&](const json& row) {
        const auto at = std::find(names.begin(), names.end(), row[2].get<std::string>()) - names.begin();
        return funnel_row{row[1].get<std::int64_t>(), at < static_cast<std::ptrdiff_t>(names.size()) ? 1u << at : 0u};
    });
    funnel steps(rules);
    funnel_totals totals(rules);
    for (const auto& [person, rows] : persons) {
        totals.add(steps(rows));
    }
    const funnel_result made = totals.result();
    c.check_cells("reached", column(made.steps, [](auto& s) { return static_cast<double>(s.reached); }));
    c.check_cells("dropped", column(made.steps, [](auto& s) { return static_cast<double>(s.dropped); }));
    c.check_cells("from_first", column(made.steps, [](auto& s) { return s.from_first; }));
    c.check_cells("from_previous", column(made.steps, [](auto& s) { return s.from_previous; }));
    const auto end = [](double interval::*which) {
        return [which](const funnel_step& s) {
            return s.previous_limits ? std::optional((*s.previous_limits).*which) : std::nullopt;
        };
    };
    c.check_cells("lower", column(made.steps, end(&interval::low)));
    c.check_cells("upper", column(made.steps, end(&interval::high)));
    c.check_cells("median_from_previous", column(made.steps, [](auto& s) { return s.median_wait; }));
    c.check_json("median_total", made.median_total ? json(*made.median_total) : json());
}

void check_cohorts(rc& c) {
    cohort_rules rules{.until = parse_period(c.text("until"))->first};
    rules.ages = static_cast<std::size_t>(c["periods"]);
    rules.by = c.text("mode") == "rolling" ? cohort_ages::rolling : cohort_ages::calendar;
    rules.count = c.text("count") == "unbounded" ? cohort_activity::unbounded : cohort_activity::bounded;
    rules.length = c.has_input("length_days") ? static_cast<std::int32_t>(c["length_days"]) : rules.length;
    std::map<std::string, std::vector<std::int32_t>> days;
    for (const json& row : c.inputs().at("rows")) {
        days[row[0].get<std::string>()].push_back(parse_period(row[1].get<std::string>())->first);
    }
    cohort_grid grid(rules);
    for (const auto& [person, active] : days) {
        grid.add(active);
    }
    json cohorts = json::array(), sizes = json::array(), retained = json::array(), eligible = json::array();
    for (const cohort_row& row : grid.rows()) {
        cohorts.push_back(spell(row.cohort));
        sizes.push_back(row.size);
        json kept = json::array(), over = json::array();
        for (const auto& cell : row.cells) {
            kept.push_back(cell ? json(cell->retained) : json());
            over.push_back(cell ? cell->eligible : 0);
        }
        retained.push_back(kept);
        eligible.push_back(over);
    }
    c.check_json("cohorts", cohorts);
    c.check_json("size", sizes);
    c.check_json("retained", retained);
    c.check_json("eligible", eligible);
}

void check_hazards(rc& c) {
    hazard_counts counts;
    for (const auto& row : c.lists("rows")) {
        counts.add(static_cast<std::uint32_t>(row[0]), static_cast<std::uint32_t>(row[1]), row[2] == 1);
    }
    cells at_risk, lost, hazard, lower, upper, survival;
    for (const hazard_period& p : counts.table(c.level())) {
        at_risk.push_back(static_cast<double>(p.at_risk));
        lost.push_back(static_cast<double>(p.lost));
        hazard.push_back(p.hazard);
        lower.push_back(p.limits->low);
        upper.push_back(p.limits->high);
        survival.push_back(p.survival);
    }
    c.check_cells("at_risk", at_risk);
    c.check_cells("lost", lost);
    c.check_cells("hazard", hazard);
    c.check_cells("hazard_lower", lower);
    c.check_cells("hazard_upper", upper);
    c.check_cells("survival", survival);
}

}  // namespace

TEST_CASE("funnels, cohorts and life tables are those of the reference") {
    check_operations({{"funnel", check_funnel}, {"cohort_grid", check_cohorts}, {"hazard_table", check_hazards}});
}
