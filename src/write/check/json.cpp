#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/json/interval_members.hpp"
#include "write/json/object.hpp"

namespace cxm {

namespace {

std::string_view json_name(check_verdict v) { return v == check_verdict::no_data ? "no_data" : name(v); }

void append_labels(json_object& to, const finding& f) {
    json_object labels = to.object("labels");
    for (const auto& [label, value] : f.labels) {
        labels.text(label, value);
    }
    labels.end();
}

void append_change(json_object& to, const finding& f) {
    constexpr std::string_view movements[] = {"", "changes", "worsens", "improves"};
    constexpr std::string_view baselines[] = {"", "previous", "year ago", "target", "file"};
    const sentence& s = f.of->says;
    if (s.moves == movement::none) {
        return;
    }
    to.text("change", movements[static_cast<int>(s.moves)]);
    to.text("versus", baselines[static_cast<int>(s.versus)]);
    to.text_if_any("versus_file", s.file);
    to.text_if_any("versus_period", f.before_period);
    to.number("before", f.before.value_or(not_given));
    to.number("after", f.after.value_or(not_given));
}

void append_judged(json_object& to, const finding& f) {
    constexpr std::string_view figures[] = {"value", "low", "high"};
    const sentence& s = f.of->says;
    const bool given = f.judged.comes_to.ok();
    to.text("metric", s.of->key);
    to.number("value", given ? f.judged.comes_to.value : not_given);
    to.text("unit", s.is_relative() ? "relative" : name(s.of->shown));
    if (given && f.judged.limits) {
        append_limits(to, *f.judged.limits, false);
    } else if (given && s.moves == movement::none) {
        to.text_if_any("no_interval", why_no_interval(*s.of, f.judged));
    }
    if (given && !is_missing(f.judged.n)) {
        to.count("n", f.judged.n);
    }
    to.text("figure", figures[static_cast<int>(s.what)]);
    to.text("op", spell(s.is));
    to.number("limit", s.limit ? s.limit->number : f.limit);
    append_change(to, f);
}

void append_finding(json_object o, const finding& f, bool fails) {
    const rule& r = *f.of;
    o.text("verdict", json_name(f.is));
    o.flag("fails", fails);
    o.text("rule", spell(r.says));
    o.text_if_any("name", r.name);
    o.text("level", r.level == rule::severity::warn ? "warn" : "fail");
    if (!r.file.empty()) {
        o.text("file", r.file);
        o.count("line", static_cast<double>(r.line));
    }
    o.text_if_any("period", f.period);
    if (f.age) {
        o.raw("age_days", std::to_string(*f.age));
    }
    append_labels(o, f);
    append_judged(o, f);
    o.text_if_any("reason", f.reason);
    o.end();
}

void append_summary(json_object summary, const check_result& of) {
    summary.count("rules", static_cast<double>(of.rules));
    summary.count("checks", static_cast<double>(of.findings.size()));
    for (const check_verdict v : all_verdicts) {
        summary.count(json_name(v), static_cast<double>(of.count(v)));
    }
    summary.end();
}

}  // namespace

std::string write_check_json(const check_result& of) {
    std::string out;
    json_object o(out);
    o.text("schema", "cxm.check/1");
    o.number("level", of.level);
    o.text_if_any("currency", of.currency);
    o.flag("failed", of.failed());
    append_summary(o.object("summary"), of);
    json_array checks = o.array("checks", "\n  ");
    for (const finding& f : of.findings) {
        append_finding(checks.object(), f, of.fails(f));
    }
    checks.end();
    o.end();
    return out + "\n";
}

}  // namespace cxm
