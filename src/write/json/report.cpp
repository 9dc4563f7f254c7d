#include "write/json/report.hpp"

#include <cmath>
#include <cxm/target.hpp>

#include "records/labels.hpp"
#include "write/json/string.hpp"
#include "write/number/number_text.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

/// Appends `"key":`, after a comma unless an object has just begun.
void append_key(std::string& out, std::string_view key) {
    if (out.back() != '{') {
        out += ',';
    }
    out.append("\"").append(key).append("\":");
}

void append_field(std::string& out, std::string_view key, std::string_view text) {
    append_key(out, key);
    append_json_string(out, text);
}

void append_field(std::string& out, std::string_view key, double value) {
    append_key(out, key);
    if (std::isfinite(value)) {
        append_number(out, value);
    } else {
        out += "null";
    }
}

/// Appends the fields of a result; the level only where no report says it.
void append_result(std::string& out, const result& r, bool with_level) {
    append_field(out, "value", r.comes_to.ok() ? r.comes_to.value : not_given);
    append_field(out, "unit", name(r.of->shown));
    append_field(out, "status", name(r.comes_to.is));
    if (!r.comes_to.ok()) {
        append_field(out, "reason", why_no_value(r));
        return;
    }
    if (r.limits) {
        append_field(out, "low", r.limits->low);
        append_field(out, "high", r.limits->high);
        if (with_level) {
            append_field(out, "level", r.limits->level);
        }
        append_field(out, "method", r.limits->method);
    }
    if (!is_missing(r.n)) {
        append_key(out, "n");
        append_count(out, r.n);
    }
    if (!r.note.empty()) {
        append_field(out, "note", r.note);
    }
}

void append_labels(std::string& out, const records& rows, std::size_t row) {
    append_key(out, "labels");
    out += '{';
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) {
        if (out.back() != '{') {
            out += ',';
        }
        append_json_string(out, name);
        out += ':';
        append_json_string(out, value);
    });
    out += '}';
}

/// How a value stands to a target: `"target":{"value":50.0,"gap":-10.0,"standing":"misses"}`.
void append_standing(std::string& out, std::string_view key, const std::vector<target>& wanted, const result& r) {
    const target* const t = find_target(wanted, *r.of);
    if (t == nullptr || !r.comes_to.ok()) {
        return;
    }
    const target_gap gap = judge_target(r.comes_to.value, r.limits, t->value, r.of->better);
    append_key(out, key);
    out += '{';
    append_field(out, "value", t->value);
    append_field(out, "gap", gap.gap);
    append_field(out, "standing", name(gap.is));
    if (!t->source.empty()) {
        append_field(out, "source", t->source);
    }
    if (!t->date.empty()) {
        append_field(out, "date", t->date);
    }
    out += '}';
}

void append_record(std::string& out, const report& part, std::size_t row, bool all) {
    out += '{';
    if (!part.rows.periods[row].empty()) {
        append_field(out, "period", part.rows.periods[row]);
    }
    append_labels(out, part.rows, row);
    if (!part.rows.is_complete(row)) {
        append_key(out, "complete");
        out += "false";
    }
    append_key(out, "metrics");
    out += '{';
    for (const result& r : part.of_row(row)) {
        if (r.comes_to.is == status::missing && !all) {
            continue;
        }
        append_key(out, r.of->key);
        out += '{';
        append_result(out, r, false);
        append_standing(out, "target", part.options.targets, r);
        append_standing(out, "benchmark", part.options.benchmarks, r);
        out += '}';
    }
    out += "}}";
}

}  // namespace

namespace {

void append_values(std::string& out, std::string_view key, std::span<const result> results) {
    if (results.empty()) {
        return;
    }
    append_key(out, key);
    out += '{';
    for (const result& r : results) {
        append_field(out, r.of->key, r.comes_to.ok() ? r.comes_to.value : not_given);
    }
    out += '}';
}

}  // namespace

std::string json_one(const result& r, std::span<const result> terms, std::string_view currency,
                     std::span<const result> beside) {
    std::string out = "{";
    append_field(out, "metric", r.of->key);
    append_result(out, r, true);
    if (r.of->shown == as::money && !currency.empty()) {
        append_field(out, "currency", currency);
    }
    append_values(out, "terms", terms);
    append_values(out, "beside", beside);
    return out + "}\n";
}

std::string json_head(double level, std::string_view currency) {
    std::string out = "{";
    append_field(out, "schema", "cxm.report/1");
    append_field(out, "level", level);
    if (!currency.empty()) {
        append_field(out, "currency", currency);
    }
    append_key(out, "records");
    return out + "[\n";
}

void append_json(std::string& out, const report& part, bool first, bool all) {
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        if (!first) {
            out += ",\n";
        }
        first = false;
        append_record(out, part, row, all);
    }
}

std::string_view json_tail() { return "\n]}\n"; }

void append_ndjson(std::string& out, const report& part, bool all) {
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        append_record(out, part, row, all);
        out += '\n';
    }
}

}  // namespace cxm
