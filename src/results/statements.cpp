#include "results/statements.hpp"

#include <algorithm>
#include <utility>

#include "records/group_title.hpp"
#include "records/labels.hpp"
#include "records/period_kinds.hpp"
#include "results/last_change.hpp"
#include "results/statement_choice.hpp"

namespace cxm {

namespace {

/// What a group is called; the pool of all has no name.
std::string name_of_group(const records& rows, std::size_t row) {
    return is_pool_of_all(rows, row) ? std::string() : group_title(rows, row);
}

/// A label group's last complete row, and the one before where they can be compared.
struct last_rows {
    std::size_t last;
    std::optional<std::size_t> before = {};
};

std::vector<last_rows> last_rows_of(const records& rows) {
    std::vector<std::vector<std::size_t>> groups;
    const std::vector<std::size_t> numbers = group_numbers(rows);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        groups.resize(std::max(groups.size(), numbers[row] + 1));
        groups[numbers[row]].push_back(row);
    }
    std::vector<last_rows> lasts;
    for (std::vector<std::size_t>& group : groups) {
        while (!group.empty() && !rows.is_complete(group.back())) {
            group.pop_back();
        }
        // Of several periods in no known order none is the last.
        if (group.empty() || (group.size() > 1 && !is_in_time(rows, group.back()))) {
            continue;
        }
        last_rows& found = lasts.emplace_back(last_rows{group.back()});
        if (group.size() > 1 && follows(rows, group[group.size() - 2], group.back())) {
            found.before = group[group.size() - 2];
        }
    }
    return lasts;
}

statement last_figure_of(const report& of, std::size_t row, const result& r) {
    statement s;
    s.of = r.of;
    s.group = name_of_group(of.rows, row);
    s.period = of.rows.periods[row];
    s.value = r.comes_to.value;
    s.limits = r.limits;
    s.goal = hold_against(of, row, r, of.options.targets);
    return s;
}

void add_change(statement& to, const report& of, std::size_t before, std::size_t metric, verdict is) {
    const result& earlier = of.of_row(before)[metric];
    if (earlier.comes_to.ok()) {
        to.before = earlier.comes_to.value;
        to.before_name = of.rows.periods[before];
        to.moved = is;
    }
}

/// Whether both sides are complete, and no arms that do not fit their split.
bool is_sound(const comparison& of, const compared& c) {
    return of.before.rows.is_complete(c.row_before) && of.after.rows.is_complete(c.row_after) &&
           std::none_of(of.tested_arms.begin(), of.tested_arms.end(),
                        [&](const arms& a) { return a.row_before == c.row_before && a.alarm(); });
}

}  // namespace

std::vector<statement> statements_of(const report& of, bool asked) {
    const std::vector<last_rows> lasts = last_rows_of(of.rows);
    std::vector<last_step> steps;
    for (const last_rows& rows : lasts) {
        if (rows.before) {
            steps.push_back({*rows.before, rows.last});
        }
    }
    const std::vector<std::vector<verdict>> verdicts = judged_steps(of, steps);
    std::vector<figures_of_metric> metrics(of.metrics.size());
    auto next = verdicts.begin();
    for (const last_rows& rows : lasts) {
        for (std::size_t m = 0; m < of.metrics.size(); ++m) {
            const result& r = of.of_row(rows.last)[m];
            if (!r.comes_to.ok()) {
                continue;
            }
            statement s = last_figure_of(of, rows.last, r);
            if (rows.before) {
                add_change(s, of, *rows.before, m, (*next)[m]);
            }
            metrics[m].push_back(std::move(s));
        }
        next += rows.before ? 1 : 0;
    }
    return chosen(std::move(metrics), asked);
}

std::vector<statement> statements_of(const comparison& of, bool asked, against_what before,
                                     const std::string& before_name, const std::string& after_name) {
    std::vector<figures_of_metric> metrics(of.after.metrics.size());
    for (const compared& c : of.changes) {
        if (!c.before.comes_to.ok() || !c.after.comes_to.ok() || !is_sound(of, c)) {
            continue;
        }
        statement s;
        s.of = c.after.of;
        s.group = name_of_group(of.after.rows, c.row_after);
        s.period = before == against_what::file ? std::string() : after_name;
        s.value = c.after.comes_to.value;
        s.limits = c.after.limits;
        s.moved = c.change.is;
        s.before = c.before.comes_to.value;
        s.before_name = before_name;
        s.against = before;
        const auto at = std::find(of.after.metrics.begin(), of.after.metrics.end(), s.of) - of.after.metrics.begin();
        metrics[static_cast<std::size_t>(at)].push_back(std::move(s));
    }
    return chosen(std::move(metrics), asked);
}

std::vector<statement> statements_of(const report& of, const std::vector<trend>& trends, bool asked) {
    std::vector<figures_of_metric> metrics(of.metrics.size());
    for (const trend& t : trends) {
        const auto last = last_counted(t);
        if (!last) {
            continue;
        }
        statement s;
        s.of = t.of;
        s.group = name_of_group(of.rows, t.row);
        s.period = t.places[*last].period;
        s.value = t.places[*last].value;
        s.chart = charted_figure{t.chart.verdict, t.chart.why, t.chart.points[*last].limits,
                                 phase_at(t.chart, *last).periods};
        const auto at = std::find(of.metrics.begin(), of.metrics.end(), t.of) - of.metrics.begin();
        metrics[static_cast<std::size_t>(at)].push_back(std::move(s));
    }
    return chosen(std::move(metrics), asked);
}

}  // namespace cxm
