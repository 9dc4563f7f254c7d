#include "write/table/block.hpp"

#include <algorithm>
#include <utility>

#include "records/period_kinds.hpp"
#include "write/reason.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

std::string cell(const result& r, int decimals, const notation& in) {
    switch (r.comes_to.is) {
        case status::ok: return people_number(r.of->shown, r.comes_to.value, decimals, in.say);
        case status::undefined: return std::string(in.say("undefined"));
        default: return "-";
    }
}

/// One number of decimals for a row, that of its middle value: outliers are shown finer on their own.
int row_decimals(const metric& m, const std::vector<const result*>& results, std::size_t from) {
    std::vector<int> each;
    double largest = 0;
    for (std::size_t i = from; i < results.size(); ++i) {
        const outcome& o = results[i]->comes_to;
        if (o.ok()) {
            each.push_back(people_decimals(m.shown, o.value));
            largest = std::max({largest, o.value, -o.value});
        }
    }
    if (each.empty()) {
        return people_decimals(m.shown, 0);
    }
    std::nth_element(each.begin(), each.begin() + static_cast<std::ptrdiff_t>(each.size() / 2), each.end());
    return is_large(m.shown, largest) ? 0 : each[each.size() / 2];
}

void describe_last(table_row& row, int decimals, bool has_before, const notation& in) {
    const result& last = *row.results.back();
    if (!last.comes_to.ok()) {
        return;
    }
    row.unit = people_unit(row.of->shown, in);
    if (last.limits) {
        const int finer = range_decimals(row.of->shown, *last.limits, decimals);
        row.low = people_number(row.of->shown, last.limits->low, finer, in.say);
        row.high = people_number(row.of->shown, last.limits->high, finer, in.say);
    }
    if (!is_missing(last.n)) {
        row.n = people_count(last.n, in.say);
    }
    if (has_before && row.results[row.results.size() - 2]->comes_to.ok()) {
        const double before = row.results[row.results.size() - 2]->comes_to.value;
        row.change = people_difference(*row.of, before, last.comes_to.value, decimals, in.say);
    }
}

/// The values of periods of the last one's kind: a quarter is no point between two months.
std::vector<double> course_of(const std::vector<const result*>& results, const records& rows,
                              const std::vector<std::size_t>& of) {
    std::vector<double> values;
    if (!is_in_time(rows, of.back())) {
        return values;
    }
    const auto last = kind_of(rows.periods[of.back()]);
    for (std::size_t i = 0; i < of.size(); ++i) {
        const outcome& o = results[i]->comes_to;
        values.push_back(o.ok() && kind_of(rows.periods[of[i]]) == last ? o.value : not_given);
    }
    return values;
}

table_row make_row(std::vector<const result*> results, std::size_t most_periods, bool has_before, const notation& in) {
    table_row row;
    row.of = results.back()->of;
    row.results = std::move(results);
    const bool any = std::any_of(row.results.begin(), row.results.end(), [](auto r) { return r->comes_to.ok(); });
    const result& last = *row.results.back();
    if (!any) {
        const std::string why = reason_for_people(last, in);
        row.remark = last.left_out                         ? in.say("not given: {}", why)
                     : last.comes_to.is == status::missing ? "-  " + why
                                                           : in.say("undefined: {}", why);
        return row;
    }
    const std::size_t from = row.results.size() - std::min(row.results.size(), most_periods);
    const int decimals = row_decimals(*row.of, row.results, from);
    for (std::size_t i = from; i < row.results.size(); ++i) {
        row.cells.push_back(cell(*row.results[i], decimals, in));
    }
    describe_last(row, decimals, has_before, in);
    return row;
}

bool lacks_measure(const std::vector<const result*>& results) {
    return std::all_of(results.begin(), results.end(),
                       [](auto r) { return r->comes_to.is == status::missing && !r->left_out; });
}

}  // namespace

table_block make_block(const report& of, const label_group& group, const std::vector<themed_metrics>& themes,
                       std::size_t most_periods, const notation& in, bool keep_missing) {
    table_block block{std::string(in.say(group.title)), {}, {}, {}};
    const std::size_t periods = group.rows.size();
    const bool has_before = periods > 1 && follows(of.rows, group.rows[periods - 2], group.rows[periods - 1]);
    if (has_before) {
        block.step = {group.rows[periods - 2], group.rows[periods - 1]};
    }
    for (const std::size_t row : group.rows) {
        block.periods.push_back(period_title(of.rows, row, in.say));
    }
    for (const themed_metrics& theme : themes) {
        table_part part{in.say(theme.title), {}};
        for (const std::size_t metric : theme.metrics) {
            auto results = series(of, group, metric);
            if (keep_missing || !lacks_measure(results)) {
                std::vector<double> course = course_of(results, of.rows, group.rows);
                part.rows.push_back(make_row(std::move(results), most_periods, has_before, in));
                part.rows.back().course = std::move(course);
            }
        }
        if (!part.rows.empty()) {
            block.parts.push_back(std::move(part));
        }
    }
    return block;
}

void judge_changes(std::vector<table_block>& blocks, const report& of) {
    std::vector<last_step> steps;
    for (const table_block& block : blocks) {
        if (block.step) {
            steps.push_back(*block.step);
        }
    }
    const std::vector<std::vector<verdict>> verdicts = judged_steps(of, steps);
    auto next = verdicts.begin();
    for (table_block& block : blocks) {
        if (!block.step) {
            continue;
        }
        for (table_part& part : block.parts) {
            for (table_row& row : part.rows) {
                const auto metric = std::find(of.metrics.begin(), of.metrics.end(), row.of) - of.metrics.begin();
                row.moved = (*next)[static_cast<std::size_t>(metric)];
            }
        }
        ++next;
    }
}

}  // namespace cxm
