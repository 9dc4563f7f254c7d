#include <algorithm>

#include "write/compare/parts.hpp"

namespace cxm {

namespace {

std::string note_of(const compared& c, const comparison& of) {
    const bool complete = of.before.rows.is_complete(c.row_before) && of.after.rows.is_complete(c.row_after);
    std::string note(c.change.why);
    const auto add = [&](bool holds, std::string_view text) {
        note += !holds ? "" : (note.empty() ? "" : "; ") + std::string(text);
    };
    add(!complete, "a period is not complete");
    add(std::any_of(of.tested_arms.begin(), of.tested_arms.end(),
                    [&](const arms& a) { return a.row_before == c.row_before && a.alarm(); }),
        "the arms are not split as expected");
    return note;
}

void append_interval(csv_writer& to, const std::optional<interval>& limits) {
    to.number(limits ? limits->low : not_given);
    to.number(limits ? limits->high : not_given);
}

double value_of(const result& r) { return r.comes_to.ok() ? r.comes_to.value : not_given; }

void append_compared(csv_writer& to, const compared& c, const comparison& of) {
    for (const records::label_column& column : of.before.rows.labels) {
        to.text(column.values[c.row_before]);
    }
    to.text(c.before.of->key);
    to.number(value_of(c.before));
    to.number(value_of(c.after));
    to.number(c.change.change.value_or(not_given));
    append_interval(to, c.change.limits);
    to.number(c.change.relative.value_or(not_given));
    append_interval(to, c.change.relative_limits);
    to.number(c.change.p.value_or(not_given));
    to.number(c.adjusted_p.value_or(not_given));
    to.raw(key_of(c.change.is));
    to.text(note_of(c, of));
    if (any_priced(of)) {
        const bool is_priced = c.worth.has_value();
        to.number(is_priced ? c.worth->value : not_given);
        append_interval(to, is_priced ? c.worth->limits : std::nullopt);
        to.number(is_priced ? c.worth->n : not_given);
    }
}

const explained_change* split_of(const explanation& why, const metric& m) {
    const auto at =
        std::find_if(why.splits.begin(), why.splits.end(), [&](const explained_change& e) { return e.of == &m; });
    return at == why.splits.end() ? nullptr : &*at;
}

/// The columns behind the others: of all segments together.
void append_effects(csv_writer& to, const explained_change* e, std::string_view label) {
    to.text(e == nullptr ? std::string_view() : label);
    to.raw(",,");
    to.number(e == nullptr ? not_given : e->parts.rate);
    to.number(e == nullptr ? not_given : e->parts.mix);
    to.number(e == nullptr ? not_given : e->parts.standardised);
}

/// A row of one segment, empty where it has nothing of its own.
void append_segment(csv_writer& to, const explained_change& e, std::size_t i, const explanation& why,
                    const comparison& of) {
    const segment_effect& s = e.parts.segments[i];
    const bool on_both_sides = s.weight_before > 0 && s.weight_after > 0;
    for (std::size_t label = 0; label < of.before.rows.labels.size(); ++label) {
        to.raw("");
    }
    to.text(e.of->key);
    to.number(s.weight_before > 0 ? s.before : not_given);
    to.number(s.weight_after > 0 ? s.after : not_given);
    to.number(on_both_sides ? s.after - s.before : not_given);
    to.raw(",,,,,,,,");
    if (any_priced(of)) {
        to.raw(",,,");
    }
    if (!of.within.label.empty()) {
        to.raw(",,,,,,,,,");
    }
    to.text(why.label);
    to.text(e.segments[i]);
    to.number(s.weight_before);
    to.number(s.weight_after);
    to.number(s.rate);
    to.number(s.mix);
    to.raw("");
    to.end_line();
}

/// The columns of a comparison within strata; empty for a metric that has none.
void append_within(csv_writer& to, const metric& m, const stratification& within) {
    const auto at = std::find_if(within.changes.begin(), within.changes.end(),
                                 [&](const stratified_change& c) { return c.of == &m; });
    if (at == within.changes.end()) {
        to.raw(",,,,,,,,,");
        return;
    }
    to.text(within.label);
    to.count(static_cast<double>(at->strata.size()));
    to.number(at->found.odds_ratio.value_or(not_given));
    append_interval(to, at->found.odds_limits);
    to.number(at->found.risk_ratio.value_or(not_given));
    append_interval(to, at->found.risk_limits);
    to.number(at->adjusted_p.value_or(at->found.p));
    to.raw(key_of(at->is));
}

}  // namespace

std::string csv_comparison(const comparison& of, const explanation& why, csv_texts texts) {
    std::string out;
    csv_writer to(out, texts);
    for (const records::label_column& column : of.before.rows.labels) {
        to.text(column.name);
    }
    to.raw("metric,before,after,change,low,high,relative,relative_low,relative_high,p,p_adjusted,verdict,note");
    if (any_priced(of)) {
        to.raw("worth,worth_low,worth_high,worth_n");
    }
    const bool with_strata = !of.within.label.empty();
    if (with_strata) {
        to.raw("within,strata,odds_ratio,odds_low,odds_high,risk_ratio,risk_low,risk_high,p_within,verdict_within");
    }
    if (!why.label.empty()) {
        to.raw("by,segment,weight_before,weight_after,rate_effect,mix_effect,standardised");
    }
    to.end_line();
    for (const compared& c : of.changes) {
        append_compared(to, c, of);
        const explained_change* const e = split_of(why, *c.before.of);
        if (with_strata) {
            append_within(to, *c.before.of, of.within);
        }
        if (!why.label.empty()) {
            append_effects(to, e, why.label);
        }
        to.end_line();
        for (std::size_t i = 0; e != nullptr && i < e->segments.size(); ++i) {
            append_segment(to, *e, i, why, of);
        }
    }
    return out;
}

}  // namespace cxm
