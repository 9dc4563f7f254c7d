#include "write/compare/formats.hpp"
#include "write/json/labels.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

void append_side(json_object o, const result& r, bool complete) {
    o.number("value", r.comes_to.ok() ? r.comes_to.value : not_given);
    o.text("status", name(r.comes_to.is));
    if (!r.comes_to.ok()) {
        o.text("reason", why_no_value(r));
    }
    if (!is_missing(r.n)) {
        o.count("n", r.n);
    }
    if (!complete) {
        o.flag("complete", false);
    }
    o.end();
}

void append_change(json_object o, double value, const std::optional<interval>& limits) {
    o.number("value", value);
    if (limits) {
        o.number("low", limits->low);
        o.number("high", limits->high);
        o.number("level", limits->level);
        o.text("method", limits->method);
    }
    o.end();
}

void append_compared(json_object o, const compared& c, const comparison& of) {
    o.text("metric", c.before.of->key);
    append_labels(o, of.before.rows, c.row_before);
    o.text("unit", name(c.before.of->shown));
    append_side(o.object("before"), c.before, of.before.rows.is_complete(c.row_before));
    append_side(o.object("after"), c.after, of.after.rows.is_complete(c.row_after));
    if (c.change.change) {
        append_change(o.object("change"), *c.change.change, c.change.limits);
    }
    if (c.change.relative || c.change.relative_limits) {
        append_change(o.object("relative"), c.change.relative.value_or(not_given), c.change.relative_limits);
    }
    if (c.change.p) {
        o.number("p", *c.change.p);
        o.text("test", c.change.test);
    }
    if (c.adjusted_p) {
        o.number("p_adjusted", *c.adjusted_p);
    }
    o.text("verdict", key_of(c.change.is));
    o.text_if_any("note", c.change.why);
    o.end();
}

void append_segments(json_array each, const explained_change& e) {
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const segment_effect& s = e.parts.segments[i];
        json_object o = each.object();
        o.text("segment", e.segments[i]);
        o.number("before", s.weight_before > 0 ? s.before : not_given);
        o.number("after", s.weight_after > 0 ? s.after : not_given);
        o.number("weight_before", s.weight_before);
        o.number("weight_after", s.weight_after);
        o.number("rate", s.rate);
        o.number("mix", s.mix);
        o.end();
    }
    each.end();
}

void append_split(json_object o, const explained_change& e, std::string_view label) {
    o.text("metric", e.of->key);
    o.text("by", label);
    o.number("before", e.parts.before);
    o.number("after", e.parts.after);
    o.number("change", e.parts.change);
    o.number("rate", e.parts.rate);
    o.number("mix", e.parts.mix);
    o.number("closure", e.parts.closure);
    o.number("standardised", e.parts.standardised);
    o.flag("moves_against_all", e.parts.moves_against_all);
    append_segments(o.array("segments"), e);
    o.end();
}

std::string_view name(adjustment a) {
    return a == adjustment::holm ? "holm" : a == adjustment::benjamini_hochberg ? "bh" : "none";
}

void append_titles(json_array each, const std::vector<std::string>& titles) {
    for (const std::string& title : titles) {
        each.text(title);
    }
    each.end();
}

}  // namespace

std::string json_comparison(const comparison& of, const explanation& why, const comparison_options& options) {
    std::string out;
    json_object o(out);
    o.text("schema", "cxm.compare/1");
    o.number("level", of.options.level);
    o.text("adjust", name(of.options.adjust));
    o.count("tests", static_cast<double>(of.tests));
    o.text_if_any("currency", options.currency);
    json_array changes = o.array("changes", "\n");
    for (const compared& c : of.changes) {
        append_compared(changes.object(), c, of);
    }
    changes.end();
    append_titles(o.array("only_before"), of.only_before);
    append_titles(o.array("only_after"), of.only_after);
    if (!why.splits.empty()) {
        json_array splits = o.array("why", "\n");
        for (const explained_change& e : why.splits) {
            append_split(splits.object(), e, why.label);
        }
        splits.end();
    }
    if (!why.unsplit.empty()) {
        json_array keys = o.array("not_split");
        for (const metric* m : why.unsplit) {
            keys.text(m->key);
        }
        keys.end();
    }
    o.end();
    return out + "\n";
}

}  // namespace cxm
