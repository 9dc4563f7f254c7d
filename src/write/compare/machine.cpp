#include <fmt/format.h>

#include "records/labels.hpp"
#include "write/compare/formats.hpp"
#include "write/csv/report.hpp"
#include "write/json/object.hpp"
#include "write/markdown.hpp"
#include "write/people.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

std::string side_json(const result& r, bool complete) {
    std::string json;
    json_object o(json);
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
    return json;
}

std::string change_json(double value, const std::optional<interval>& limits) {
    std::string json;
    json_object o(json);
    o.number("value", value);
    if (limits) {
        o.number("low", limits->low);
        o.number("high", limits->high);
        o.number("level", limits->level);
        o.text("method", limits->method);
    }
    o.end();
    return json;
}

std::string labels_json(const records& rows, std::size_t row) {
    std::string json;
    json_object o(json);
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) { o.text(name, value); });
    o.end();
    return json;
}

/// As keys go in JSON: `no_clear_change`.
std::string_view key_of(verdict v) { return v == verdict::no_clear_change ? "no_clear_change" : name(v); }

void append_compared(std::string& out, const compared& c, const comparison& all) {
    json_object o(out);
    o.text("metric", c.before.of->key);
    o.raw("labels", labels_json(all.before.rows, c.row_before));
    o.text("unit", name(c.before.of->shown));
    o.raw("before", side_json(c.before, all.before.rows.is_complete(c.row_before)));
    o.raw("after", side_json(c.after, all.after.rows.is_complete(c.row_after)));
    if (c.change.change) {
        o.raw("change", change_json(*c.change.change, c.change.limits));
    }
    if (c.change.relative || c.change.relative_limits) {
        o.raw("relative", change_json(c.change.relative.value_or(not_given), c.change.relative_limits));
    }
    if (c.change.p) {
        o.number("p", *c.change.p);
        o.text("test", c.change.test);
    }
    if (c.adjusted_p) {
        o.number("p_adjusted", *c.adjusted_p);
    }
    o.text("verdict", key_of(c.change.is));
    if (!c.change.why.empty()) {
        o.text("note", c.change.why);
    }
    o.end();
}

std::string segments_json(const explained_change& e) {
    std::string json = "[";
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const segment_effect& s = e.parts.segments[i];
        json += i == 0 ? "" : ",";
        json_object o(json);
        o.text("segment", e.segments[i]);
        o.number("before", s.weight_before > 0 ? s.before : not_given);
        o.number("after", s.weight_after > 0 ? s.after : not_given);
        o.number("weight_before", s.weight_before);
        o.number("weight_after", s.weight_after);
        o.number("rate", s.rate);
        o.number("mix", s.mix);
        o.end();
    }
    return json + "]";
}

void append_split(std::string& out, const explained_change& e, std::string_view label) {
    json_object o(out);
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
    o.raw("segments", segments_json(e));
    o.end();
}

std::string_view name(adjustment a) {
    return a == adjustment::holm ? "holm" : a == adjustment::benjamini_hochberg ? "bh" : "none";
}

void append_titles(std::string& out, std::string_view key, const std::vector<std::string>& titles) {
    out += fmt::format(",\"{}\":[", key);
    for (std::size_t i = 0; i < titles.size(); ++i) {
        out += i == 0 ? "" : ",";
        append_json_string(out, titles[i]);
    }
    out += "]";
}

}  // namespace

std::string json_comparison(const comparison& all, const std::vector<explained_change>& why, std::string_view label,
                            const comparison_options& options) {
    std::string out = "{\"schema\":\"cxm.compare/1\",\"level\":";
    append_number(out, all.options.level);
    out += fmt::format(",\"adjust\":\"{}\",\"tests\":{}", name(all.options.adjust), all.tests);
    if (!options.currency.empty()) {
        out += ",\"currency\":";
        append_json_string(out, options.currency);
    }
    out += ",\"changes\":[";
    for (std::size_t i = 0; i < all.changes.size(); ++i) {
        out += i == 0 ? "\n" : ",\n";
        append_compared(out, all.changes[i], all);
    }
    out += "\n]";
    append_titles(out, "only_before", all.only_before);
    append_titles(out, "only_after", all.only_after);
    if (!why.empty()) {
        out += ",\"why\":[";
        for (std::size_t i = 0; i < why.size(); ++i) {
            out += i == 0 ? "\n" : ",\n";
            append_split(out, why[i], label);
        }
        out += "\n]";
    }
    return out + "}\n";
}

namespace {

std::string note_of(const compared& c, const comparison& all) {
    const bool complete = all.before.rows.is_complete(c.row_before) && all.after.rows.is_complete(c.row_after);
    const std::string why(c.change.why);
    return complete ? why : why + (why.empty() ? "" : "; ") + "a period is not complete";
}

}  // namespace

std::string csv_comparison(const comparison& all) {
    std::vector<std::string> cells;
    std::string out;
    const auto line = [&] {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i == 0 ? "" : ",";
            append_csv_cell(out, cells[i]);
        }
        out += "\n";
        cells.clear();
    };
    const auto number = [](std::optional<double> value) {
        std::string text;
        if (value && std::isfinite(*value)) {
            append_number(text, *value);
        }
        return text;
    };
    for (const records::label_column& column : all.before.rows.labels) {
        cells.push_back(column.name);
    }
    for (const char* title : {"metric", "before", "after", "change", "low", "high", "relative", "relative_low",
                              "relative_high", "p", "p_adjusted", "verdict", "note"}) {
        cells.emplace_back(title);
    }
    line();
    for (const compared& c : all.changes) {
        for (const records::label_column& column : all.before.rows.labels) {
            cells.emplace_back(column.values[c.row_before]);
        }
        const auto end = [&](const std::optional<interval>& limits, bool high) {
            return number(limits ? std::optional(high ? limits->high : limits->low) : std::nullopt);
        };
        const auto value = [&](const result& r) {
            return number(r.comes_to.ok() ? std::optional(r.comes_to.value) : std::nullopt);
        };
        cells.insert(cells.end(),
                     {std::string(c.before.of->key), value(c.before), value(c.after), number(c.change.change),
                      end(c.change.limits, false), end(c.change.limits, true), number(c.change.relative),
                      end(c.change.relative_limits, false), end(c.change.relative_limits, true), number(c.change.p),
                      number(c.adjusted_p), std::string(key_of(c.change.is)), note_of(c, all)});
        line();
    }
    return out;
}

std::string markdown_comparison(const comparison& all, const comparison_options& options) {
    std::string out = fmt::format(
        "| metric | {} | {} | change | {} interval | p | verdict |\n|---|---:|---:|---:|---|---:|---|\n",
        markdown_text(options.before_name), markdown_text(options.after_name), people_level(all.options.level));
    for (const compared& c : all.changes) {
        const change_text text = text_of(c, {options.currency});
        std::string group;
        for (const records::label_column& label : all.before.rows.labels) {
            const std::string_view value = label.values[c.row_before];
            group += fmt::format("{}{}", group.empty() ? "" : ", ", value.empty() ? "(none)" : value);
        }
        out += fmt::format("| {}{}{} | {} | {} | {} | {} | {} | {} |\n", markdown_text(group),
                           group.empty() ? "" : ": ", c.before.of->key, text.before, text.after, text.change,
                           text.range, text.p, c.change.is == verdict::none ? "" : name(c.change.is));
    }
    return out;
}

}  // namespace cxm
