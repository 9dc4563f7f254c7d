#include "results/check/evaluate.hpp"

#include <algorithm>
#include <cxm/period.hpp>

#include <fmt/format.h>

#include "records/labels.hpp"
#include "records/period_kinds.hpp"
#include "results/check/age.hpp"
#include "results/check/change.hpp"
#include "results/check/row_range.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The record that a change is measured from, or why there is none.
struct counterpart {
    const report* in = nullptr;
    std::optional<std::size_t> row = {};
    std::string missing = {};
    bool before_all = false;  ///< it would lie before the first record of the group
};

void set_labels(finding& f, const records& rows, std::size_t row) {
    for_each_label(rows, row,
                   [&](std::string_view name, std::string_view value) { f.labels.emplace_back(name, value); });
}

void set_no_value(finding& f, const result& r, const std::string& where) {
    (r.impossible ? set_impossible : set_missing)(f, where + why_no_value(r));
}

class evaluation {
public:
    evaluation(const rule& r, const evidence& with) : rule_(r), with_(with), now_(*with.now) {
        const auto at = std::find(now_.metrics.begin(), now_.metrics.end(), r.says.of);
        metric_ = static_cast<std::size_t>(at - now_.metrics.begin());
    }

    std::vector<finding> run() {
        for (const row_range group : groups_of(now_.rows)) {
            evaluate_group(group);
        }
        if (with_.before != nullptr) {
            find_vanished();
        }
        return std::move(findings_);
    }

private:
    const rule& rule_;
    const evidence& with_;
    const report& now_;
    std::size_t metric_;
    std::vector<finding> findings_;

    static constexpr const char* unordered =
        "the periods are none of the calendar, so which is the last is not known; name one by 'in', or give "
        "--periods-in-order";

    /// Whether the last period of a group is known to be that in time.
    bool is_ordered(row_range group) const {
        return group.end - group.first == 1 || is_in_time(now_.rows, group.end - 1);
    }

    /// What stands in the file's order is said to.
    void note_order(finding& f, std::size_t row) const {
        if (kind_of(now_.rows.periods[row]) == grain::free && now_.rows.in_order && f.reason.empty()) {
            f.reason = "the order of the periods is that of the input";
        }
    }

    finding& add(std::size_t row, bool with_period) {
        finding& f = findings_.emplace_back();
        f.of = &rule_;
        f.period = with_period ? now_.rows.periods[row] : std::string_view();
        if (with_period && (with_.as_of || rule_.max_age)) {
            f.age = age_at(with_.as_of.value_or(with_.today), f.period);
        }
        set_labels(f, now_.rows, row);
        return f;
    }

    /// A group that only the baseline's file has would otherwise go unnoticed.
    void find_vanished() {
        const records& rows = with_.before->rows;
        const auto now = groups_of(now_.rows);
        for (const row_range old : groups_of(rows)) {
            if (std::none_of(now.begin(), now.end(),
                             [&](const row_range g) { return same_labels(now_.rows, g.first, rows, old.first); })) {
                finding& f = findings_.emplace_back();
                f.of = &rule_;
                set_labels(f, rows, old.first);
                set_missing(f, "no record, though " + shown_end(rule_.says.file) + " has this group");
            }
        }
    }

    /// Records of months are no quarter until they are joined: that is a matter of the command line, not of the data.
    void refuse_unjoined() const {
        const auto wanted = parse_period(rule_.says.period);
        for (const std::string_view text : now_.rows.periods) {
            const period own = parse_period(text).value_or(period{});
            // Weeks join to nothing: they reach over the ends of months and years.
            const bool joins = wanted && own.of != grain::free && own.of != grain::week && own.of < wanted->of;
            if (joins && own.first >= wanted->first && own.last <= wanted->last) {
                refuse_rule(rule_,
                            fmt::format("the records are {}, not {}; --every {} joins them", plural(own.of),
                                        plural(wanted->of), name(wanted->of)),
                            rule_.says.period);
            }
        }
    }

    void miss_period(row_range group) {
        refuse_unjoined();
        finding& f = add(group.first, false);
        f.period = rule_.says.period;
        set_missing(f, "no record of this period");
    }

    /// Of several periods only the last says how old the data are.
    void evaluate_group(row_range group) {
        judge_group(group);
        if (rule_.max_age) {
            require_fresh(findings_.back(), with_.as_of.value_or(with_.today));
        }
    }

    void judge_group(row_range group) {
        const records& rows = now_.rows;
        if (!rule_.says.period.empty()) {
            const auto row = find_period(rows, group, rule_.says.period);
            row ? evaluate_row(group, *row) : miss_period(group);
        } else if (with_.all_periods) {
            evaluate_all(group);
        } else if (!is_ordered(group)) {
            set_missing(add(group.first, false), unordered);
        } else if (const auto row = last_complete(rows, group)) {
            evaluate_row(group, *row);
        } else {
            set_missing(add(group.first, false), "no complete period");
        }
    }

    /// The first periods have nothing before them to compare with; they are left out, unless that leaves none.
    void evaluate_all(row_range group) {
        bool any = false;
        for (std::size_t row = group.first; row < group.end; ++row) {
            const bool early = rule_.says.moves != movement::none && counterpart_of(group, row).before_all;
            if (now_.rows.is_complete(row) && !early) {
                evaluate_row(group, row);
                any = true;
            }
        }
        if (!any) {
            set_missing(add(group.first, false), "no complete period that has one to compare with");
        }
    }

    void evaluate_row(row_range group, std::size_t row) {
        finding& f = add(row, true);
        const result& own = now_.of_row(row)[metric_];
        if (!own.comes_to.ok()) {
            set_no_value(f, own, "");
            return;
        }
        const target* const goal = with_.targets == nullptr ? nullptr : find_target(*with_.targets, *rule_.says.of);
        f.judged = own;
        f.limit = rule_.says.limit ? rule_.says.limit->number : goal->value;
        if (rule_.says.moves != movement::none && !measure_change(f, group, row, goal)) {
            return;
        }
        judge(f);
        note_order(f, row);
    }

    /// Puts the change in place of the value; false where there is none.
    bool measure_change(finding& f, row_range group, std::size_t row, const target* goal) {
        const bool relative = rule_.says.is_relative();
        const result& own = now_.of_row(row)[metric_];
        f.after = own.comes_to.value;
        if (rule_.says.versus == baseline::target) {
            f.before = goal->value;
            f.judged = change_from(goal->value, own, relative);
        } else {
            const counterpart from = counterpart_of(group, row);
            if (!from.row) {
                set_missing(f, from.missing);
                return false;
            }
            const reported before{from.in, *from.row, metric_};
            f.before_period = from.in->rows.periods[*from.row];
            if (!before.value().comes_to.ok()) {
                set_no_value(f, before.value(), shown(f.before_period) + ": ");
                return false;
            }
            f.before = before.value().comes_to.value;
            f.judged = change_between(before, {&now_, row, metric_}, relative);
        }
        if (!f.judged.comes_to.ok()) {
            set_missing(f, "the earlier value is not above 0, so nothing is relative to it");
            return false;
        }
        turn(f.judged);
        return true;
    }

    /// Positive is what the sentence names: worse for "worsens", better for "improves".
    void turn(estimate& change) const {
        const bool higher = rule_.says.of->better == good::higher;
        const movement moves = rule_.says.moves;
        if (moves == movement::changes || higher == (moves == movement::improves)) {
            return;
        }
        change.comes_to.value = change.comes_to.value == 0 ? 0.0 : -change.comes_to.value;
        if (change.limits) {
            std::swap(change.limits->low, change.limits->high);
            change.limits->low *= -1;
            change.limits->high *= -1;
        }
    }

    counterpart counterpart_of(row_range group, std::size_t row) const {
        const baseline versus = rule_.says.versus;
        if (versus == baseline::target) {
            return {};
        }
        return versus == baseline::file ? in_file(row) : earlier(group, row);
    }

    counterpart earlier(row_range group, std::size_t row) const {
        const records& rows = now_.rows;
        const period own = parse_period(rows.periods[row]).value_or(period{});
        if (own.of == grain::free && !is_in_time(rows, row)) {
            return {&now_,
                    {},
                    "the periods are none of the calendar, so which comes before is not known; give "
                    "--periods-in-order",
                    false};
        }
        if (own.of == grain::free) {
            const bool first = row == group.first || rule_.says.versus == baseline::year_ago;
            return first ? counterpart{&now_, {}, "nothing before it to compare with", true}
                         : completed(&now_, row - 1);
        }
        const auto wanted = rule_.says.versus == baseline::previous ? previous(own) : year_before(own);
        if (!wanted) {
            return {&now_, {}, "there is no such period a year before", false};
        }
        if (const auto then = find_period(rows, group, spell(*wanted))) {
            return completed(&now_, *then);
        }
        const period oldest = parse_period(rows.periods[group.first]).value_or(period{});
        return {&now_, {}, "no record of " + spell(*wanted) + " to compare with", wanted->first < oldest.first};
    }

    static counterpart completed(const report* in, std::size_t row) {
        return in->rows.is_complete(row)
                   ? counterpart{in, row, {}, false}
                   : counterpart{
                         in, {}, shown(in->rows.periods[row]) + " is not complete, so not to be compared with", false};
    }

    /// The same group and period of the file; where only the last period is checked, else its last.
    counterpart in_file(std::size_t row) const {
        const records& rows = with_.before->rows;
        for (const row_range group : groups_of(rows)) {
            if (!same_labels(now_.rows, row, rows, group.first)) {
                continue;
            }
            if (const auto then = find_period(rows, group, now_.rows.periods[row])) {
                return completed(with_.before, *then);
            }
            const auto last = last_complete(rows, group);
            const bool any_period = !with_.all_periods && rule_.says.period.empty();
            return {with_.before, any_period ? last : std::nullopt,
                    "no record of it in " + shown_end(rule_.says.file) + " to compare with", false};
        }
        return {with_.before, {}, "nothing of this group in " + shown_end(rule_.says.file), false};
    }
};

}  // namespace

std::vector<finding> evaluate(const rule& r, const evidence& with) { return evaluation(r, with).run(); }

}  // namespace cxm
