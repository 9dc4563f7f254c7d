#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "records/group_title.hpp"
#include "text/utf8.hpp"
#include "write/compare/formats.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

style style_of(verdict v) { return v == verdict::better ? style::good : v == verdict::worse ? style::bad : style::dim; }

struct widths {
    std::size_t key = 6;
    std::size_t before;
    std::size_t after;
    std::size_t change = 6;
    std::size_t range = 0;
    std::size_t p = 1;
    bool with_p = true;

    std::size_t verdict_text = 0;

    static constexpr std::size_t gap = 2;

    std::size_t total() const {
        return key + before + after + change + range + 5 * gap + (with_p ? p + gap : 0) + verdict_text;
    }
};

widths widths_of(const std::vector<change_text>& rows, const std::string& range_title,
                 const comparison_options& options, std::size_t width) {
    widths w{.before = display_width(options.before_name), .after = display_width(options.after_name)};
    w.range = range_title.size();
    for (const change_text& r : rows) {
        w.key = std::max(w.key, r.key.size());
        w.before = std::max(w.before, display_width(r.before));
        w.after = std::max(w.after, display_width(r.after));
        w.change = std::max(w.change, display_width(r.change));
        w.range = std::max(w.range, r.range.size());
        w.p = std::max(w.p, r.p.size());
        w.verdict_text = std::max(w.verdict_text, r.is == verdict::none ? 0 : name(r.is).size());
    }
    w.with_p = w.total() <= width;
    if (w.total() > width) {
        const std::size_t excess = w.total() - width;
        w.key = w.key > excess + 10 ? w.key - excess : 10;
    }
    return w;
}

class table {
public:
    table(lines& to, widths w, const comparison_options& options, const look& drawn)
        : to_(to), w_(w), options_(options), drawn_(drawn) {}

    void head(std::string_view title, std::string_view range_title) {
        if (!title.empty()) {
            to_.left(0, fitted(title, drawn_.width, drawn_.ascii), style::bold);
            to_.end_line();
        }
        to_.right(end_of_before(), options_.before_name, style::dim);
        to_.right(end_of_after(), options_.after_name, style::dim);
        to_.right(end_of_change(), "change", style::dim);
        to_.right(end_of_range(), range_title, style::dim);
        if (w_.with_p) {
            to_.right(end_of_range() + w_.gap + w_.p, "p", style::dim);
        }
        to_.end_line();
    }

    void line(const change_text& r) {
        to_.left(0, fitted(r.key, w_.key, drawn_.ascii));
        to_.right(end_of_before(), r.before);
        to_.right(end_of_after(), r.after, style::bold);
        to_.right(end_of_change(), r.change, style_of(r.is));
        to_.right(end_of_range(), r.range);
        if (w_.with_p) {
            to_.right(end_of_range() + w_.gap + w_.p, r.p);
        }
        if (r.is != verdict::none) {
            to_.left(end_of_range() + w_.gap + (w_.with_p ? w_.p + w_.gap : 0), name(r.is), style_of(r.is));
        }
        to_.end_line();
    }

private:
    lines& to_;
    widths w_;
    const comparison_options& options_;
    const look& drawn_;

    std::size_t end_of_before() const { return w_.key + w_.gap + w_.before; }
    std::size_t end_of_after() const { return end_of_before() + w_.gap + w_.after; }
    std::size_t end_of_change() const { return end_of_after() + w_.gap + w_.change; }
    std::size_t end_of_range() const { return end_of_change() + w_.gap + w_.range; }
};

void notes(lines& to, const comparison& all, std::size_t width) {
    if (all.tests > 1 && all.options.adjust != adjustment::none) {
        to.paragraph(0,
                     fmt::format("{} tests at once: p adjusted by {}, intervals widened to match.", all.tests,
                                 all.options.adjust == adjustment::holm ? "Holm" : "Benjamini-Hochberg"),
                     width, style::dim);
    }
    std::map<std::pair<bool, std::string_view>, std::vector<std::string_view>> reasons;  // judged or not, and why
    constexpr std::string_view unadjusted = "no p, so not adjusted";
    for (const compared& c : all.changes) {
        const bool alone = all.tests > 1 && all.options.adjust != adjustment::none && c.change.limits && !c.change.p;
        const std::string_view why = alone ? unadjusted : c.change.why;
        std::vector<std::string_view>& keys = reasons[{c.change.is != verdict::none, why}];
        if (!why.empty() && std::find(keys.begin(), keys.end(), c.before.of->key) == keys.end()) {
            keys.push_back(c.before.of->key);
        }
    }
    for (const auto& [reason, keys] : reasons) {
        if (!keys.empty()) {
            const auto& [judged, why] = reason;
            to.paragraph(0, fmt::format("{}{}: {}.", judged ? "" : "No verdict for ", fmt::join(keys, ", "), why),
                         width, style::dim);
        }
    }
    const auto longest = [](const records& rows) {
        std::size_t most = 1;
        for (const auto& parts : rows.made_of) {
            most = std::max(most, parts.size());
        }
        return most;
    };
    if (const std::size_t before = longest(all.before.rows), after = longest(all.after.rows); before > 1 || after > 1) {
        const bool any_product = std::any_of(all.changes.begin(), all.changes.end(),
                                             [](const compared& c) { return c.before.of->chain != chained::no; });
        to.paragraph(0,
                     fmt::format("Periods joined: {} before, {} after{}.", before, after,
                                 any_product ? "; churn and retention are products over them" : ""),
                     width, style::dim);
    }
    if (!all.before.rows.all_complete() || !all.after.rows.all_complete()) {
        to.paragraph(0, "* not complete: its counts are not those of a whole period.", width, style::dim);
    }
    for (const std::string& group : all.only_before) {
        to.paragraph(0, "Only before: " + group + ".", width, style::dim);
    }
    for (const std::string& group : all.only_after) {
        to.paragraph(0, "Only after: " + group + ".", width, style::dim);
    }
}

void write_split(lines& to, const explained_change& e, std::string_view label, const comparison_options& options,
                 const look& drawn) {
    const notation in{options.currency, drawn.ascii};
    const metric& m = *e.of;
    const decomposition& d = e.parts;
    to.end_line();
    to.left(0, fmt::format("Why {} moved by {}", m.key, change_amount(m, d.change, in)), style::bold);
    to.end_line();
    std::size_t key = std::max<std::size_t>(display_width(label), 5);
    for (const std::string& segment : e.segments) {
        key = std::max(key, display_width(segment));
    }
    key = std::min<std::size_t>(key + 2, drawn.width / 3);
    std::size_t value = std::max(display_width(options.before_name), display_width(options.after_name));
    for (const segment_effect& s : d.segments) {
        value = std::max(
            {value, display_width(people_value(m, s.before, in)), display_width(people_value(m, s.after, in))});
    }
    constexpr std::size_t weights = 16;
    constexpr std::size_t effect = 11;
    const std::size_t ends[] = {key + 2 + value, key + 4 + 2 * value, key + 4 + 2 * value + 2 + weights,
                                key + 4 + 2 * value + 2 + weights + effect,
                                key + 4 + 2 * value + 2 + weights + 2 * effect};
    const auto line = [&](std::string_view first, std::string_view before, std::string_view after,
                          std::string_view weight, std::string_view rate, std::string_view mix, style looks) {
        to.left(2, fitted(first, key - 2, drawn.ascii), looks);
        to.right(ends[0], before, looks);
        to.right(ends[1], after, looks);
        to.right(ends[2], weight, looks);
        to.right(ends[3], rate, looks);
        to.right(ends[4], mix, looks);
        to.end_line();
    };
    line(label, options.before_name, options.after_name, "part of all", "rates", "mix", style::dim);
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const segment_effect& s = d.segments[i];
        line(e.segments[i], s.weight_before > 0 ? people_value(m, s.before, in) : "-",
             s.weight_after > 0 ? people_value(m, s.after, in) : "-",
             fmt::format("{:.1f} to {:.1f} %", s.weight_before * 100, s.weight_after * 100),
             change_amount(m, s.rate, in), change_amount(m, s.mix, in), style::plain);
    }
    line("all", people_value(m, d.before, in), people_value(m, d.after, in), "", change_amount(m, d.rate, in),
         change_amount(m, d.mix, in), style::bold);
    const bool closes = std::fabs(d.closure) <= 1e-9 * std::max(1.0, std::fabs(d.before));
    to.paragraph(2,
                 fmt::format("rates {} and mix {} add up to {} (closure {}).", change_amount(m, d.rate, in),
                             change_amount(m, d.mix, in), change_amount(m, d.change, in),
                             closes ? "0" : change_amount(m, d.closure, in)),
                 drawn.width, style::dim);
    if (d.moves_against_all) {
        const bool better = (d.change > 0) == (m.better == good::higher);
        to.paragraph(
            2,
            fmt::format("Every {} got {}, yet the total got {}: what changed is who the customers are, not how "
                        "they fare (Simpson's paradox).",
                        label, better ? "worse" : "better", better ? "better" : "worse"),
            drawn.width, style::bad);
    }
    if (options.standardise) {
        to.paragraph(2,
                     fmt::format("At the old mix it would be {}, not {}.", people_value(m, d.standardised, in),
                                 people_value(m, d.after, in)),
                     drawn.width);
    }
}

}  // namespace

std::string write_comparison(const comparison& all, const std::vector<explained_change>& why, std::string_view label,
                             const comparison_options& options, const look& drawn) {
    std::vector<change_text> rows;
    for (const compared& c : all.changes) {
        rows.push_back(text_of(c, {options.currency, drawn.ascii}));
    }
    const std::string range_title = people_level(all.options.level) + " interval";
    lines to(drawn.colour);
    table body(to, widths_of(rows, range_title, options, drawn.width), options, drawn);
    for (std::size_t i = 0; i < all.changes.size(); ++i) {
        const bool new_group = i == 0 || all.changes[i].row_before != all.changes[i - 1].row_before;
        if (new_group) {
            if (i > 0) {
                to.end_line();
            }
            body.head(group_title(all.before.rows, all.changes[i].row_before), range_title);
        }
        body.line(rows[i]);
    }
    notes(to, all, drawn.width);
    for (const explained_change& e : why) {
        write_split(to, e, label, options, drawn);
    }
    return to.text();
}

}  // namespace cxm
