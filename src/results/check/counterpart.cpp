#include "results/check/counterpart.hpp"

#include <cxm/period.hpp>

#include "records/period_kinds.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

counterpart completed(const report* in, std::size_t row) {
    return in->rows.is_complete(row)
               ? counterpart{in, row, {}, false}
               : counterpart{
                     in, {}, shown(in->rows.periods[row]) + " is not complete, so not to be compared with", false};
}

counterpart earlier(const report& now, baseline versus, row_range group, std::size_t row) {
    const records& rows = now.rows;
    const period own = parse_period(rows.periods[row]).value_or(period{});
    if (own.of == grain::free && !is_in_time(rows, row)) {
        return {&now,
                {},
                "the periods are none of the calendar, so which comes before is not known; give "
                "--periods-in-order",
                false};
    }
    if (own.of == grain::free) {
        const bool first = row == group.first || versus == baseline::year_ago;
        return first ? counterpart{&now, {}, "nothing before it to compare with", true} : completed(&now, row - 1);
    }
    const auto wanted = versus == baseline::previous ? previous(own) : year_before(own);
    if (!wanted) {
        return {&now, {}, "there is no such period a year before", false};
    }
    if (const auto then = find_period(rows, group, spell(*wanted))) {
        return completed(&now, *then);
    }
    const period oldest = parse_period(rows.periods[group.first]).value_or(period{});
    return {&now, {}, "no record of " + spell(*wanted) + " to compare with", wanted->first < oldest.first};
}

/// The same group and period of the file; where only the last period is checked, else its last.
counterpart in_file(const rule& r, const evidence& with, std::size_t row) {
    const records& rows = with.before->rows;
    for (const row_range group : groups_of(rows)) {
        if (!same_labels(with.now->rows, row, rows, group.first)) {
            continue;
        }
        if (const auto then = find_period(rows, group, with.now->rows.periods[row])) {
            return completed(with.before, *then);
        }
        const auto last = last_complete(rows, group);
        const bool any_period = !with.all_periods && r.says.period.empty();
        return {with.before, any_period ? last : std::nullopt,
                "no record of it in " + shown_end(r.says.file) + " to compare with", false};
    }
    return {with.before, {}, "nothing of this group in " + shown_end(r.says.file), false};
}

}  // namespace

counterpart counterpart_of(const rule& r, const evidence& with, row_range group, std::size_t row) {
    switch (r.says.versus) {
        case baseline::file: return in_file(r, with, row);
        case baseline::previous:
        case baseline::year_ago: return earlier(*with.now, r.says.versus, group, row);
        case baseline::none:
        case baseline::target: break;
    }
    return {};
}

}  // namespace cxm
