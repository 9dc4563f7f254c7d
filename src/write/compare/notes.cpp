#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "records/group_title.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

/// `segment=pro: conversion`; the key alone where there are no groups.
std::string line_title(std::size_t row_before, std::string_view key, const comparison& of) {
    const std::string group = of.before.rows.labels.empty() ? "" : group_title(of.before.rows, row_before, "=");
    return group + (group.empty() ? "" : ": ") + std::string(key);
}

std::string adjustment_note(const comparison& of, bool with_intervals, bool with_p) {
    if (of.tests < 2 || of.options.adjust == adjustment::none) {
        return {};
    }
    const std::string_view by = title(of.options.adjust);
    if (!with_intervals && !with_p) {
        return fmt::format("{} tests at once, judged together by {}.", of.tests, by);
    }
    const std::string adjusted = with_p ? fmt::format("p adjusted by {}", by) : std::string();
    const std::string widened = !with_intervals ? ""
                                : with_p        ? ", intervals widened to match"
                                                : fmt::format("intervals widened, by {}", by);
    return fmt::format("{} tests at once: {}{}.", of.tests, adjusted, widened);
}

/// Why changes have no verdict, or one that was come to in another way; metrics that share a reason are named together.
std::vector<std::string> reasons_of(const comparison& of, bool with_p) {
    std::map<std::pair<bool, std::string_view>, std::vector<std::string_view>> reasons;  // judged or not, and why
    constexpr std::string_view unadjusted = "no p, so not adjusted";
    for (const compared& c : of.changes) {
        const bool alone =
            with_p && of.tests > 1 && of.options.adjust != adjustment::none && c.change.limits && !c.change.p;
        const std::string_view why = alone ? unadjusted : c.change.why;
        std::vector<std::string_view>& keys = reasons[{c.change.is != verdict::none, why}];
        if (!why.empty() && std::find(keys.begin(), keys.end(), c.before.of->key) == keys.end()) {
            keys.push_back(c.before.of->key);
        }
    }
    std::vector<std::string> texts;
    for (const auto& [reason, keys] : reasons) {
        if (!keys.empty()) {
            const auto& [judged, why] = reason;
            texts.push_back(fmt::format("{}{}: {}.", judged ? "" : "No verdict for ", fmt::join(keys, ", "), why));
        }
    }
    return texts;
}

std::size_t most_periods_joined(const records& rows) {
    std::size_t most = 1;
    for (const auto& parts : rows.made_of) {
        most = std::max(most, parts.size());
    }
    return most;
}

std::string joined_note(const comparison& of) {
    const std::size_t before = most_periods_joined(of.before.rows);
    const std::size_t after = most_periods_joined(of.after.rows);
    if (before < 2 && after < 2) {
        return {};
    }
    const bool any_product = std::any_of(of.changes.begin(), of.changes.end(),
                                         [](const compared& c) { return c.before.of->chain != chained::no; });
    return fmt::format("Periods joined: {} before, {} after{}.", before, after,
                       any_product ? "; churn and retention multiply what each period kept" : "");
}

/// Ratios to 0, which have a lower limit all the same.
std::vector<std::string> from_nothing(const comparison& of) {
    std::vector<std::string> texts;
    for (const compared& c : of.changes) {
        if (c.change.relative && std::isinf(*c.change.relative) && c.change.relative_limits) {
            texts.push_back(fmt::format("{}: from 0 the ratio of after to before is infinite; its lower limit is {}.",
                                        line_title(c.row_before, c.before.of->key, of),
                                        people_number(as::multiple, 1 + c.change.relative_limits->low, 2)));
        }
    }
    return texts;
}

}  // namespace

std::string arms_text(const arms& a, const comparison& of) {
    const std::string group = line_title(a.row_before, a.counted->key, of);
    const std::string sizes = fmt::format("{}: {} and {}", group, people_count(a.before), people_count(a.after));
    const std::string split = fmt::format("{:.10g}:{:.10g}", a.part_before, a.part_after);
    const std::string p = p_text(a.ratio.p);
    return a.alarm()
               ? fmt::format("{} are no {} split (p {}): something besides chance sorts people into the arms, and "
                             "then no comparison of them can be trusted",
                             sizes, split, p)
               : fmt::format("{} are as a {} split lets expect (p {})", sizes, split, p);
}

std::vector<std::string> notes_of(const comparison& of, const comparison_options& options, bool with_intervals,
                                  bool with_p) {
    std::vector<std::string> notes;
    const auto add = [&](std::string note) {
        if (!note.empty()) {
            notes.push_back(std::move(note));
        }
    };
    add(adjustment_note(of, with_intervals, with_p));
    for (std::string& reason : reasons_of(of, with_p)) {
        add(std::move(reason));
    }
    for (std::string& text : from_nothing(of)) {
        add(std::move(text));
    }
    for (const arms& a : of.tested_arms) {
        add(a.alarm() || options.says_split ? arms_text(a, of) + "." : "");
    }
    add(joined_note(of));
    if (!of.before.rows.all_complete() || !of.after.rows.all_complete()) {
        add("* not complete: its counts are not those of a whole period.");
    }
    for (const std::string& group : of.only_before) {
        add("Only before: " + group + ".");
    }
    for (const std::string& group : of.only_after) {
        add("Only after: " + group + ".");
    }
    return notes;
}

std::string unsplit_note(const explanation& why, const comparison& of) {
    const bool joined = most_periods_joined(of.before.rows) > 1 || most_periods_joined(of.after.rows) > 1;
    std::vector<std::string_view> products;
    std::vector<std::string_view> others;
    for (const metric* m : why.unsplit) {
        (joined && m->chain != chained::no ? products : others).push_back(m->key);
    }
    std::string text;
    if (!products.empty()) {
        text = fmt::format("Not split: {}, multiplied over joined periods. Of raw stays --subscriptions START,END with "
                           "--period :quarter or :year makes one period of each side, which splits.",
                           fmt::join(products, ", "));
    }
    if (!others.empty()) {
        text += fmt::format("{}Not split: {}, no quotient of sums over the segments.", text.empty() ? "" : " ",
                            fmt::join(others, ", "));
    }
    return text;
}

}  // namespace cxm
