#include "results/check/evaluate.hpp"

#include <algorithm>
#include <cxm/period.hpp>

#include <fmt/format.h>

#include "records/labels.hpp"
#include "records/period_kinds.hpp"
#include "results/check/age.hpp"
#include "results/check/counterpart.hpp"
#include "results/check/judge_row.hpp"
#include "results/check/row_range.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

void set_labels(finding& f, const records& rows, std::size_t row) {
    for_each_label(rows, row,
                   [&](std::string_view name, std::string_view value) { f.labels.emplace_back(name, value); });
}

class evaluation {
public:
    evaluation(const rule& r, const evidence& with) : rule_(r), with_(with), now_(*with.now) {}

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
        if (kind_of(now_.rows.periods[row]) == grain::free && now_.rows.in_order && f.reason.empty() &&
            f.judged.comes_to.ok()) {
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

    /// A group that has left the data is not judged by what it was.
    void miss_last(row_range group) {
        finding& f = add(group.first, false);
        f.period = with_.last;
        set_missing(f, "no complete record of this period, the last of the data");
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
            is_before(rows.periods[*row], with_.last) ? miss_last(group) : evaluate_row(group, *row);
        } else {
            set_missing(add(group.first, false), "no complete period");
        }
    }

    /// The first periods have nothing before them to compare with; they are left out, unless that leaves none.
    void evaluate_all(row_range group) {
        bool any = false;
        for (std::size_t row = group.first; row < group.end; ++row) {
            const bool early =
                rule_.says.moves != movement::none && counterpart_of(rule_, with_, group, row).before_all;
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
        judge_row(f, with_, group, row);
        note_order(f, row);
    }
};

}  // namespace

std::vector<finding> evaluate(const rule& r, const evidence& with) { return evaluation(r, with).run(); }

}  // namespace cxm
