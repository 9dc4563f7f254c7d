#include <algorithm>

#include "write/compare/formats.hpp"

namespace cxm {

namespace {

std::string note_of(const compared& c, const comparison& of) {
    const bool complete = of.before.rows.is_complete(c.row_before) && of.after.rows.is_complete(c.row_after);
    const std::string why(c.change.why);
    return complete ? why : why + (why.empty() ? "" : "; ") + "a period is not complete";
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
                    std::size_t labels) {
    const segment_effect& s = e.parts.segments[i];
    const bool on_both_sides = s.weight_before > 0 && s.weight_after > 0;
    for (std::size_t label = 0; label < labels; ++label) {
        to.raw("");
    }
    to.text(e.of->key);
    to.number(s.weight_before > 0 ? s.before : not_given);
    to.number(s.weight_after > 0 ? s.after : not_given);
    to.number(on_both_sides ? s.after - s.before : not_given);
    to.raw(",,,,,,,,");
    to.text(why.label);
    to.text(e.segments[i]);
    to.number(s.weight_before);
    to.number(s.weight_after);
    to.number(s.rate);
    to.number(s.mix);
    to.raw("");
    to.end_line();
}

}  // namespace

std::string csv_comparison(const comparison& of, const explanation& why, csv_texts texts) {
    std::string out;
    csv_writer to(out, texts);
    for (const records::label_column& column : of.before.rows.labels) {
        to.text(column.name);
    }
    to.raw("metric,before,after,change,low,high,relative,relative_low,relative_high,p,p_adjusted,verdict,note");
    if (!why.label.empty()) {
        to.raw("by,segment,weight_before,weight_after,rate_effect,mix_effect,standardised");
    }
    to.end_line();
    for (const compared& c : of.changes) {
        append_compared(to, c, of);
        const explained_change* const e = split_of(why, *c.before.of);
        if (!why.label.empty()) {
            append_effects(to, e, why.label);
        }
        to.end_line();
        for (std::size_t i = 0; e != nullptr && i < e->segments.size(); ++i) {
            append_segment(to, *e, i, why, of.before.rows.labels.size());
        }
    }
    return out;
}

}  // namespace cxm
