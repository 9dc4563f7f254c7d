#include "tally/harvest.hpp"

#include <memory>
#include <string>

#include <fmt/format.h>

#include "tally/figures.hpp"
#include "tally/slips.hpp"
#include "tally/stays.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

bool is_within(std::int32_t first, grain every, const tally_options& options) {
    const period p = containing(first, every);
    return (!options.from || p.last >= options.from->first) && (!options.to || p.first <= options.to->last);
}

}  // namespace

void harvest(const counter& counted, const std::vector<std::uint64_t>& texts, const tally_options& options,
             memory_budget& budget, tally_result& into) {
    const program& plan = counted.plan();
    into.rows = counted.rows;
    say_what_to_know(counted, into);
    const std::vector<tallied_row> rows = rows_of(counted, options, budget);
    // What a record takes, about: its place in the order, its labels and values, and its text.
    budget.take(rows.size() * (128 + 96 * plan.label_names.size() + 32 * plan.counted.size()));
    auto room = std::make_shared<std::vector<std::unique_ptr<std::string>>>();
    const auto keep = [&](std::string_view text) -> std::string_view {
        return *room->emplace_back(std::make_unique<std::string>(text));
    };
    records& to = into.counted;
    for (const measure* m : plan.counted) {
        to.numbers.push_back({m, {}});
    }
    for (const std::string& name : plan.label_names) {
        to.labels.push_back({name, {}});
    }
    std::int32_t last_spelled = no_day;
    std::string_view spelled;
    for (const tallied_row& r : rows) {
        if (r.period != no_day && !is_within(r.period, plan.every, options)) {
            continue;
        }
        if (r.period != no_day && r.period != last_spelled) {
            last_spelled = r.period;
            spelled = keep(spell(containing(r.period, plan.every)));
        }
        const std::size_t first_label = plan.period_is_text ? 1 : 0;
        to.periods.push_back(plan.period_is_text ? keep(r.labels[0]) : r.period == no_day ? "" : spelled);
        to.lines.push_back(to.lines.size() + 1);
        for (std::size_t i = 0; i < to.labels.size(); ++i) {
            const std::string_view text = r.labels[i + first_label];
            to.labels[i].values.push_back(text.empty() ? std::string_view() : keep(text));
        }
        const auto values = figures_of(counted, texts, r);
        for (auto& column : to.numbers) {
            const auto value = values.find(column.of->key);
            column.values.push_back(value == values.end() ? not_given : to_double(value->second));
            if (value == values.end()) {
                continue;
            }
            if (const std::string wrong = objection(*column.of, value->second); !wrong.empty()) {
                throw bad_input(title(to, to.size() - 1), std::string(column.of->key) + ": " + wrong);
            }
        }
    }
    to.owners.push_back(room);
    if (to.size() == 0) {
        into.why_empty = counted.rows == 0      ? "there are no rows"
                         : counted.fitting == 0 ? fmt::format("none of {} row{} meets the condition {}{}", counted.rows,
                                                              counted.rows == 1 ? "" : "s", shown(plan.where_text),
                                                              counted.watch.values_there_are())
                                                : "none of the rows makes a record";
    }
}

}  // namespace cxm
