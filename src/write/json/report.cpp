#include "write/json/report.hpp"

#include "results/against.hpp"
#include "results/check/sentence.hpp"
#include "write/json/interval_members.hpp"
#include "write/json/labels.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

/// Appends the members of a result; the level only where no report says it.
void append_result(json_object& to, const result& r, bool with_level) {
    to.number("value", r.comes_to.ok() ? r.comes_to.value : not_given);
    to.text("unit", name(r.of->shown));
    to.text("status", name(r.comes_to.is));
    if (!r.comes_to.ok()) {
        to.text("reason", why_no_value(r));
        if (r.limits) {
            append_limits(to, *r.limits, with_level);
        }
        return;
    }
    if (r.limits) {
        append_limits(to, *r.limits, with_level);
    } else {
        to.text_if_any("no_interval", why_no_interval(r));
    }
    if (!is_missing(r.error)) {
        to.number("standard_error", r.error);
    }
    if (!is_missing(r.n)) {
        to.count("n", r.n);
    }
    to.text_if_any("note", r.impossible ? std::string_view() : r.note);
}

/// How a value stands to a target: `"target":{"value":50.0,"gap":-10.0,"standing":"misses"}`.
void append_standing(json_object& to, std::string_view key, const std::vector<target>& wanted, const report& of,
                     std::size_t row, const result& r) {
    const auto held = hold_against(of, row, r, wanted);
    if (!held) {
        return;
    }
    const target& t = *held->to;
    json_object standing = to.object(key);
    standing.number("value", t.value);
    if (t.poor) {
        standing.number("good", t.value);
        standing.number("poor", *t.poor);
    }
    if (t.per != grain::free) {
        standing.text("per", name(t.per));
    }
    if (!t.where.empty()) {
        standing.text("where", spell_where(t.where));
    }
    if (held->by) {
        standing.number("gap", held->by->gap);
    }
    standing.text("standing", held->standing_name());
    standing.text_if_any("span", name_of_span(of.rows.periods[row]));
    if (held->carried) {
        standing.number("carried_on", held->judged.comes_to.value);
    }
    if (!held->by) {
        standing.text("reason", why_not_judged(t, of.rows.periods[row]));
    }
    standing.text_if_any("source", t.source);
    standing.text_if_any("date", t.date);
    standing.end();
}

void append_record(std::string& out, const report& part, std::size_t row, bool keep_missing) {
    json_object record(out);
    record.text_if_any("period", part.rows.periods[row]);
    append_labels(record, part.rows, row);
    if (!part.rows.is_complete(row)) {
        record.flag("complete", false);
    }
    json_object metrics = record.object("metrics");
    for (const result& r : part.of_row(row)) {
        if (r.comes_to.is == status::missing && !r.left_out && !keep_missing) {
            continue;
        }
        json_object metric = metrics.object(r.of->key);
        append_result(metric, r, false);
        append_standing(metric, "target", part.options.targets, part, row, r);
        append_standing(metric, "benchmark", part.options.benchmarks, part, row, r);
        metric.end();
    }
    metrics.end();
    record.end();
}

void append_values(json_object& to, std::string_view key, std::span<const result> results) {
    if (results.empty()) {
        return;
    }
    json_object values = to.object(key);
    for (const result& r : results) {
        values.number(r.of->key, r.comes_to.ok() ? r.comes_to.value : not_given);
    }
    values.end();
}

}  // namespace

std::string json_one(const result& r, std::span<const result> terms, std::string_view currency,
                     std::span<const result> beside) {
    std::string out;
    json_object object(out);
    object.text("metric", r.of->key);
    append_result(object, r, true);
    if (r.of->shown == as::money) {
        object.text_if_any("currency", currency);
    }
    append_values(object, "terms", terms);
    append_values(object, "beside", beside);
    object.end();
    return out + "\n";
}

std::string json_head(double level, std::string_view currency) {
    std::string out;
    json_object object(out);
    object.text("schema", "cxm.report/1");
    object.number("level", level);
    object.text_if_any("currency", currency);
    object.raw("records", "[\n");
    return out;
}

void append_json(std::string& out, const report& part, bool first, bool keep_missing) {
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        if (!first) {
            out += ",\n";
        }
        first = false;
        append_record(out, part, row, keep_missing);
    }
}

std::string_view json_tail() { return "\n]}\n"; }

void append_ndjson(std::string& out, const report& part, bool keep_missing) {
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        append_record(out, part, row, keep_missing);
        out += '\n';
    }
}

}  // namespace cxm
