#include "write/json/report.hpp"

#include "results/against.hpp"
#include "write/json/labels.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

void append_limits(json_object& to, const interval& limits, bool with_level) {
    to.number("low", limits.low);
    to.number("high", limits.high);
    if (with_level) {
        to.number("level", limits.level);
    }
    to.text("method", limits.method);
}

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
void append_standing(json_object& to, std::string_view key, const std::vector<target>& wanted, const result& r) {
    if (const auto held = hold_against(r, wanted)) {
        json_object standing = to.object(key);
        standing.number("value", held->to->value);
        standing.number("gap", held->by.gap);
        standing.text("standing", name(held->by.is));
        standing.text_if_any("source", held->to->source);
        standing.text_if_any("date", held->to->date);
        standing.end();
    }
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
        if (r.comes_to.is == status::missing && !keep_missing) {
            continue;
        }
        json_object metric = metrics.object(r.of->key);
        append_result(metric, r, false);
        append_standing(metric, "target", part.options.targets, r);
        append_standing(metric, "benchmark", part.options.benchmarks, r);
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
