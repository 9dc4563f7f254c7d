#include <algorithm>
#include <cmath>
#include <cxm/estimate.hpp>
#include <cxm/spell.hpp>

#include "export/exports.hpp"
#include "write/json/object.hpp"

namespace cxm {

namespace {

std::string keys_of(const std::vector<const measure*>& measures) {
    std::string list = "[";
    for (const measure* m : measures) {
        list += list.size() > 1 ? ", " : "";
        append_json_string(list, m->key);
    }
    return list + "]";
}

void append_example(json_object example, const metric& m) {
    json_object values = example.object("inputs");
    for (std::size_t i = 0; i < m.value.inputs().size(); ++i) {
        values.raw(m.value.inputs()[i]->key, spell(m.example.inputs[i]));
    }
    values.end();
    example.raw("result", spell(m.example.result));
    example.end();
}

void append_metric(std::string& out, const metric& m, std::string_view theme) {
    json_object o(out);
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
        append_example(o.object("example"), m);
    }
    o.end();
}

void append_measure(std::string& out, const measure& m) {
    json_object o(out);
    o.text("key", m.key);
    o.text("meaning", m.meaning);
    o.text("unit", name(m.of));
    o.text("over_time", name(m.joins));
    o.text_if_any("also_called", m.also_called);
    if (std::isfinite(least(m))) {
        o.raw("least", spell(least(m)));
    }
    if (std::isfinite(most(m))) {
        o.raw("most", spell(most(m)));
    }
    if (!is_missing(m.absent)) {
        o.raw("absent", spell(m.absent));
    }
    if (m.beside != nullptr) {
        o.text("beside", m.beside->key);
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
