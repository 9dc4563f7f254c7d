#include <cmath>

#include "write/compare/formats.hpp"
#include "write/json/interval_members.hpp"
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

void append_change(json_object o, const contrast& c) {
    o.number("value", *c.change);
    if (c.limits) {
        append_limits(o, *c.limits);
    } else {
        o.text_if_any("no_interval", c.relative_limits ? "only the ratio has one" : c.why);
    }
    if (c.error) {
        o.number("standard_error", *c.error);
    }
    o.end();
}

/// Of a relative change or a ratio: JSON has no infinity, so that of a rise from 0 is said in words.
void append_ratio(json_object o, const std::optional<double>& value, const std::optional<interval>& limits) {
    o.number("value", value.value_or(not_given));
    if (value && std::isinf(*value)) {
        o.flag("infinite", true);
    }
    if (limits) {
        append_limits(o, *limits);
    }
    o.end();
}

void append_test(json_object& o, const contrast& c) {
    if (!c.p) {
        return;
    }
    o.number("p", *c.p);
    o.text("test", c.test);
    if (c.statistic) {
        o.number(c.test == "welch" ? "t" : "z", *c.statistic);
    }
}

void append_worth(json_object o, const priced_change& p) {
    o.number("value", p.value);
    o.text("unit", "money");
    o.text("status", p.ok() ? "ok" : "undefined");
    if (p.limits) {
        append_limits(o, *p.limits);
    }
    o.text_if_any(p.ok() ? "no_interval" : "reason", p.why);
    if (p.ok()) {
        o.count("n", p.n);
    }
    o.number("each", p.each);
    o.end();
}

void append_compared(json_object o, const compared& c, const comparison& of) {
    o.text("metric", c.before.of->key);
    append_labels(o, of.before.rows, c.row_before);
    o.text("unit", name(c.before.of->shown));
    append_side(o.object("before"), c.before, of.before.rows.is_complete(c.row_before));
    append_side(o.object("after"), c.after, of.after.rows.is_complete(c.row_after));
    if (c.change.change) {
        append_change(o.object("change"), c.change);
    }
    if (c.change.relative || c.change.relative_limits) {
        append_ratio(o.object("relative"), c.change.relative, c.change.relative_limits);
    }
    append_test(o, c.change);
    if (c.adjusted_p) {
        o.number("p_adjusted", *c.adjusted_p);
    }
    o.text("verdict", key_of(c.change.is));
    o.text_if_any("note", c.change.why);
    if (c.worth) {
        append_worth(o.object("worth"), *c.worth);
    }
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

void append_arms(json_object o, const arms& a, const comparison& of) {
    append_labels(o, of.before.rows, a.row_before);
    o.text("measure", a.counted->key);
    o.count("before", a.before);
    o.count("after", a.after);
    o.number("expected_before", a.part_before / (a.part_before + a.part_after));
    o.number("p", a.ratio.p);
    o.text("test", a.ratio.test);
    o.flag("alarm", a.alarm());
    o.end();
}

void append_stratified(json_object o, const stratified_change& c, std::string_view label) {
    o.text("metric", c.of->key);
    o.text("by", label);
    o.count("strata", static_cast<double>(c.strata.size()));
    append_ratio(o.object("odds_ratio"), c.found.odds_ratio, c.found.odds_limits);
    append_ratio(o.object("risk_ratio"), c.found.risk_ratio, c.found.risk_limits);
    o.number("chi_square", c.found.chi_square.value_or(not_given));
    o.number("p", c.found.p);
    o.text("test", "cochran-mantel-haenszel");
    if (c.adjusted_p) {
        o.number("p_adjusted", *c.adjusted_p);
    }
    o.text("verdict", key_of(c.is));
    o.end();
}

void append_keys(json_array each, const std::vector<const metric*>& metrics) {
    for (const metric* m : metrics) {
        each.text(m->key);
    }
    each.end();
}

void append_within(json_object& o, const stratification& within) {
    json_array each = o.array("within", "\n");
    for (const stratified_change& c : within.changes) {
        append_stratified(each.object(), c, within.label);
    }
    each.end();
    if (!within.unstratified.empty()) {
        append_keys(o.array("not_within"), within.unstratified);
    }
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
    if (!of.tested_arms.empty()) {
        json_array tested = o.array("arms", "\n");
        for (const arms& a : of.tested_arms) {
            append_arms(tested.object(), a, of);
        }
        tested.end();
    }
    if (!of.within.label.empty()) {
        append_within(o, of.within);
    }
    if (!why.splits.empty()) {
        json_array splits = o.array("why", "\n");
        for (const explained_change& e : why.splits) {
            append_split(splits.object(), e, why.label);
        }
        splits.end();
    }
    if (!why.unsplit.empty()) {
        append_keys(o.array("not_split"), why.unsplit);
    }
    o.end();
    return out + "\n";
}

}  // namespace cxm
