#include <algorithm>
#include <cmath>
#include <cxm/estimate.hpp>
#include <cxm/spell.hpp>

#include "export/exports.hpp"
#include "write/json_string.hpp"
#include "write/number.hpp"

namespace cxm {

namespace {

/// One object, member by member.
class object {
public:
    explicit object(std::string& out) : out_(out) { out_ += '{'; }

    void text(std::string_view key, std::string_view value) {
        begin(key);
        append_json_string(out_, value);
    }

    void text_if_any(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            text(key, value);
        }
    }

    void number(std::string_view key, double value) {
        begin(key);
        out_ += spell(value);
    }

    void raw(std::string_view key, std::string_view json) {
        begin(key);
        out_ += json;
    }

    void end() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;

    void begin(std::string_view key) {
        out_ += first_ ? "" : ", ";
        first_ = false;
        append_json_string(out_, key);
        out_ += ": ";
    }
};

std::string keys_of(const std::vector<const measure*>& measures) {
    std::string list = "[";
    for (const measure* m : measures) {
        list += list.size() > 1 ? ", " : "";
        append_json_string(list, m->key);
    }
    return list + "]";
}

std::string example_of(const metric& m) {
    std::string json;
    object example(json);
    std::string inputs;
    object values(inputs);
    for (std::size_t i = 0; i < m.value.inputs().size(); ++i) {
        values.number(m.value.inputs()[i]->key, m.example.inputs[i]);
    }
    values.end();
    example.raw("inputs", inputs);
    example.number("result", m.example.result);
    example.end();
    return json;
}

void append_metric(std::string& out, const metric& m, std::string_view theme) {
    object o(out);
    o.text("key", m.key);
    o.text("title", m.title);
    o.text("theme", theme);
    o.text_if_any("meaning", m.meaning);
    o.text("formula", spell(m.value));
    o.raw("measures", keys_of(inputs_of(m)));
    o.text("unit", name(m.shown));
    o.text("better", name(m.better));
    o.text_if_any("guide", m.guide);
    o.text_if_any("pitfalls", m.pitfalls);
    o.text_if_any("rivals", m.rivals);
    o.text_if_any("source", m.source);
    // A user's metric has no example, so no inputs that all are 0 either.
    if (!m.source.empty() && m.example.inputs != worked_example{}.inputs) {
        o.raw("example", example_of(m));
    }
    o.end();
}

void append_measure(std::string& out, const measure& m) {
    object o(out);
    o.text("key", m.key);
    o.text("meaning", m.meaning);
    o.text("unit", name(m.of));
    o.text("over_time", name(m.joins));
    if (std::isfinite(least(m))) {
        o.number("least", least(m));
    }
    if (std::isfinite(most(m))) {
        o.number("most", most(m));
    }
    if (!is_missing(m.absent)) {
        o.number("absent", m.absent);
    }
    if (m.within != nullptr) {
        o.text("within", m.within->key);
    }
    o.end();
}

}  // namespace

std::string metric_json(const metric& m, const catalogue& known) {
    std::string out;
    for (const catalogue::group& theme : known.themes()) {
        if (std::find(theme.metrics.begin(), theme.metrics.end(), &m) != theme.metrics.end()) {
            append_metric(out, m, theme.title);
        }
    }
    return out + "\n";
}

std::string catalogue_json(const catalogue& known) {
    std::string out = "{\"schema\": \"cxm.catalogue/1\",\n \"metrics\": [\n";
    std::string_view comma = "  ";
    for (const catalogue::group& theme : known.themes()) {
        for (const metric* m : theme.metrics) {
            out += comma;
            append_metric(out, *m, theme.title);
            comma = ",\n  ";
        }
    }
    out += "\n ],\n \"measures\": [\n";
    comma = "  ";
    for (const measure* m : known.measures()) {
        out += comma;
        append_measure(out, *m);
        comma = ",\n  ";
    }
    return out + "\n ]}\n";
}

}  // namespace cxm
