#include "results/check/judge_row.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "results/against.hpp"
#include "results/check/change.hpp"
#include "results/check/counterpart.hpp"
#include "results/few_answers.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

void set_no_value(finding& f, const result& r, const std::string& where) {
    (r.impossible ? set_impossible : set_missing)(f, where + why_no_value(r));
}

/// Positive is what the sentence names: worse for "worsens", better for "improves".
void turn(const sentence& says, estimate& change) {
    const bool higher = says.of->better == good::higher;
    if (says.moves == movement::changes || higher == (says.moves == movement::improves)) {
        return;
    }
    change.comes_to.value = change.comes_to.value == 0 ? 0.0 : -change.comes_to.value;
    if (change.limits) {
        std::swap(change.limits->low, change.limits->high);
        change.limits->low *= -1;
        change.limits->high *= -1;
    }
}

/// The place of the rule's metric among those of the report.
std::size_t place_of_metric(const rule& r, const report& in) {
    return static_cast<std::size_t>(std::find(in.metrics.begin(), in.metrics.end(), r.says.of) - in.metrics.begin());
}

/// The target of a row, with what is judged carried on to its span, and a remark on that; null where there is none,
/// which the finding then says.
const target* goal_of(finding& f, const evidence& with, std::size_t row, std::string& remark) {
    const sentence& says = f.of->says;
    const records& rows = with.now->rows;
    const targeted figure{*says.of, rows, row, with.now->options.annualise, &says.where};
    const target* const goal = find_target(*with.targets, figure);
    if (goal == nullptr) {
        set_missing(f, "no target is for these records");
        return nullptr;
    }
    const double periods = carried_over(*goal, figure);
    if (periods == 0) {
        set_missing(f, why_not_judged(*goal, rows.periods[row]));
        return nullptr;
    }
    if (periods != 1) {
        f.judged = carried_on(*says.of, f.judged, periods);
        remark = fmt::format("carried on to a {} at constant churn, as the target is for one", name(goal->per));
    }
    return goal;
}

/// Measures the change from the counterpart; false where there is none.
bool measure_from(finding& f, const counterpart& from, const reported& now) {
    if (!from.row) {
        set_missing(f, from.missing);
        return false;
    }
    const reported before{from.in, *from.row, now.metric};
    f.before_period = from.in->rows.periods[*from.row];
    if (!before.value().comes_to.ok()) {
        set_no_value(f, before.value(), shown(f.before_period) + ": ");
        return false;
    }
    f.before = before.value().comes_to.value;
    f.judged = change_between(before, now, f.of->says.is_relative());
    return true;
}

/// Puts the change in place of the value; false where there is none.
bool measure_change(finding& f, const evidence& with, row_range group, const reported& now, const target* goal) {
    const sentence& says = f.of->says;
    f.after = f.judged.comes_to.value;
    if (says.versus == baseline::target) {
        f.before = goal->value;
        f.judged = change_from(goal->value, f.judged, says.is_relative());
    } else if (!measure_from(f, counterpart_of(*f.of, with, group, now.row), now)) {
        return false;
    }
    if (!f.judged.comes_to.ok()) {
        set_missing(f, "the earlier value is not above 0, so nothing is relative to it");
        return false;
    }
    turn(says, f.judged);
    return true;
}

}  // namespace

void judge_row(finding& f, const evidence& with, row_range group, std::size_t row) {
    const sentence& says = f.of->says;
    const reported now{with.now, row, place_of_metric(*f.of, *with.now)};
    const result& own = now.value();
    if (!own.comes_to.ok()) {
        set_no_value(f, own, "");
        return;
    }
    f.judged = own;
    std::string remark;
    const target* const goal = says.needs_target() ? goal_of(f, with, row, remark) : nullptr;
    if (says.needs_target() && goal == nullptr) {
        return;
    }
    f.limit = says.limit ? says.limit->number : goal->value;
    if (says.moves == movement::none || measure_change(f, with, group, now, goal)) {
        judge(f);
        if (remark.empty() && f.reason.empty() && has_few_answers(*says.of, f.judged)) {
            remark = few_answers;
        }
        f.reason += (f.reason.empty() || remark.empty() ? "" : "; ") + remark;
    }
}

}  // namespace cxm
