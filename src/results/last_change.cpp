#include "results/last_change.hpp"

#include <algorithm>

#include <cxm/period.hpp>

#include "records/period_kinds.hpp"
#include "results/comparison.hpp"

namespace cxm {

bool follows(const records& rows, std::size_t earlier, std::size_t later) {
    if (!rows.is_complete(earlier) || !rows.is_complete(later)) {
        return false;
    }
    if (kind_of(rows.periods[earlier]) != kind_of(rows.periods[later])) {
        return false;
    }
    const period before = parse_period(rows.periods[earlier]).value_or(period{});
    const period after = parse_period(rows.periods[later]).value_or(period{});
    return before.of == grain::free ? is_in_time(rows, later) : next(before) == after;
}

sized_change change_between(const metric& m, double before, double after) {
    using enum sized_change::unit;
    constexpr double hundred = 100;
    if (m.shown == as::share || m.shown == as::rate || m.shown == as::ratio) {
        return {points, (after - before) * hundred};
    }
    // Relative to zero or a loss a percentage would mislead.
    return m.shown != as::points && m.shown != as::score && before > 0
               ? sized_change{percent, (after - before) * (hundred / before)}
               : sized_change{own, after - before};
}

namespace {

/// The part of a report that some of its rows are.
report part_of(const report& whole, const std::vector<std::size_t>& rows) {
    report part{picked(whole.rows, rows), whole.metrics, {}, whole.options};
    for (const std::size_t row : rows) {
        const auto results = whole.of_row(row);
        part.results.insert(part.results.end(), results.begin(), results.end());
    }
    return part;
}

}  // namespace

std::vector<std::vector<verdict>> judged_steps(const report& of, const std::vector<last_step>& steps) {
    std::vector<std::size_t> befores;
    std::vector<std::size_t> afters;
    for (const last_step& step : steps) {
        befores.push_back(step.before);
        afters.push_back(step.after);
    }
    compare_options options;
    options.level = of.options.level;
    options.nets = of.options.nets;
    const comparison changes = make_comparison(part_of(of, befores), part_of(of, afters), options);
    std::vector<std::vector<verdict>> verdicts(steps.size(), std::vector<verdict>(of.metrics.size(), verdict::none));
    for (const compared& c : changes.changes) {
        const auto metric = std::find(of.metrics.begin(), of.metrics.end(), c.before.of) - of.metrics.begin();
        verdicts[c.row_before][static_cast<std::size_t>(metric)] = c.change.is;
    }
    return verdicts;
}

}  // namespace cxm
