#include <algorithm>
#include <cmath>

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

std::string adjustment_note(const comparison& of, bool with_intervals, const wording& say) {
    if (of.tests < 2 || of.options.adjust == adjustment::none) {
        return {};
    }
    const bool widened = std::any_of(of.changes.begin(), of.changes.end(), [&](const compared& c) {
        const auto& limits = c.change.limits ? c.change.limits : c.change.relative_limits;
        return limits && limits->level > of.options.level;
    });
    return judged_together(of.tests, of.options.adjust, say)
        .append(with_intervals && widened ? say("; the intervals are widened to match.") : ".");
}

std::size_t most_periods_joined(const records& rows) {
    std::size_t most = 1;
    for (const auto& parts : rows.made_of) {
        most = std::max(most, parts.size());
    }
    return most;
}

std::string joined_note(const comparison& of, const wording& say) {
    const std::size_t before = most_periods_joined(of.before.rows);
    const std::size_t after = most_periods_joined(of.after.rows);
    if (before < 2 && after < 2) {
        return {};
    }
    const bool any_product = std::any_of(of.changes.begin(), of.changes.end(),
                                         [](const compared& c) { return c.before.of->chain != chained::no; });
    return say("Periods joined: {} before, {} after{}.", before, after,
               any_product ? say("; churn and retention are of the shares kept in each, multiplied") : "");
}

/// `50:50`.
std::string split_text(const arms& a) { return fmt::format("{:.10g}:{:.10g}", a.part_before, a.part_after); }

/// What a warning has told in full.
std::string alarm_text(const arms& a, const comparison& of, const wording& say) {
    return say("{} do not fit {}: do not use the verdicts.", line_title(a.row_before, a.counted->key, of),
               split_text(a));
}

/// Ratios to 0, which have a lower limit all the same.
std::vector<std::string> from_nothing(const comparison& of, const wording& say) {
    std::vector<std::string> texts;
    for (const compared& c : of.changes) {
        const bool shows_ratio = !c.change.limits && c.change.relative_limits;
        if (shows_ratio && c.change.relative && std::isinf(*c.change.relative)) {
            texts.push_back(say("{}: from 0 the ratio of after to before is infinite; its lower limit is {}.",
                                line_title(c.row_before, c.before.of->key, of),
                                people_number(as::multiple, 1 + c.change.relative_limits->low, 2, say)));
        }
    }
    return texts;
}

}  // namespace

bool joins_periods(const comparison& of) {
    return most_periods_joined(of.before.rows) > 1 || most_periods_joined(of.after.rows) > 1;
}

std::string judged_together(std::size_t tests, adjustment by, const wording& say) {
    return say("{} numbers judged together, so each must be clearer to count ({})", tests, title(by));
}

std::string arms_text(const arms& a, const comparison& of, const wording& say) {
    const std::string group = line_title(a.row_before, a.counted->key, of);
    const std::string sizes = say("{}: {} and {}", group, people_count(a.before, say), people_count(a.after, say));
    const std::string split = split_text(a);
    const std::string p = p_text(a.ratio.p, say);
    return a.alarm() ? say("{} do not fit {} (p {}): check that ratio and how people were assigned; until then do "
                           "not use the verdicts",
                           sizes, split, p)
                     : say("{} fit {} (p {})", sizes, split, p);
}

std::vector<std::string> notes_of(const comparison& of, const comparison_options& options, bool with_intervals,
                                  bool with_p) {
    const wording& say = options.say;
    std::vector<std::string> notes;
    const auto add = [&](std::string note) {
        if (!note.empty()) {
            notes.push_back(std::move(note));
        }
    };
    add(adjustment_note(of, with_intervals, say));
    for (std::string& reason : reasons_of(of, options, with_p)) {
        add(std::move(reason));
    }
    for (std::string& text : from_nothing(of, say)) {
        add(std::move(text));
    }
    for (const arms& a : of.tested_arms) {
        add(a.alarm() ? alarm_text(a, of, say) : options.says_split ? arms_text(a, of, say) + "." : "");
    }
    const bool any_part = with_intervals && std::any_of(of.changes.begin(), of.changes.end(), [](const compared& c) {
                              return !c.change.limits && c.change.relative_limits;
                          });
    add(std::string(any_part ? say("% rel.: in percent of the value before.") : ""));
    add(joined_note(of, say));
    if (!of.before.rows.all_complete() || !of.after.rows.all_complete()) {
        add(std::string(say("* not complete: its counts are not those of a whole period.")));
    }
    for (const std::string& group : of.only_before) {
        add(say("Only before: {}.", group));
    }
    for (const std::string& group : of.only_after) {
        add(say("Only after: {}.", group));
    }
    return notes;
}

std::string unsplit_note(const explanation& why, const comparison& of, const wording& say) {
    const bool joined = joins_periods(of);
    std::vector<std::string_view> products;
    std::vector<std::string_view> others;
    for (const metric* m : why.unsplit) {
        (joined && m->chain != chained::no ? products : others).push_back(m->key);
    }
    std::string text;
    if (!products.empty()) {
        text = say("{}: cannot be split over several periods. Compare single ones, or count again by quarter or "
                   "year from a list of customers (--subscriptions START,END).",
                   fmt::format("{}", fmt::join(products, ", ")));
    }
    if (!others.empty()) {
        text +=
            (text.empty() ? "" : " ") + say("{}: cannot be split, as the total is not made of what the segments have.",
                                            fmt::format("{}", fmt::join(others, ", ")));
    }
    return text;
}

}  // namespace cxm
