#include "write/figure_text.hpp"
#include "write/project/formats.hpp"

namespace cxm {

namespace {

void append_curve(json_object& to, const projection& p) {
    json_object model = to.object("model");
    model.text("name", name(p.kind));
    model.text("status", p.has_curve ? "ok" : "undefined");
    model.text_if_any("reason", p.reason);
    if (p.has_curve) {
        json_object parameters = model.object("parameters");
        for (const auto& [parameter, value] : p.parameters) {
            parameters.number(parameter, value);
        }
        parameters.end();
        model.number("log_likelihood", p.log_likelihood);
    }
    if (!is_missing(p.gain)) {
        model.number("bdw_over_sbg", p.gain);
        model.number("bdw_over_sbg_p", p.gain_p);
    }
    model.end();
}

void append_curve_test(json_object& to, const projection& p) {
    if (!p.test && p.why_no_test.empty()) {
        return;
    }
    json_object test = to.object("holdout");
    test.text("status", p.test ? (p.test->misses() ? "missed" : "ok") : "undefined");
    test.text_if_any("reason", p.why_no_test);
    if (p.test) {
        test.count("renewals_held_out", static_cast<double>(p.test->held_out));
        test.count("fitted_to", static_cast<double>(p.test->fitted_to));
        test.count("age", static_cast<double>(p.test->age));
        test.count("customers_seen", p.test->seen);
        append_figure(test, p.test->expected);
    }
    test.end();
}

void append_record(json_array& to, std::string_view period, std::string_view age,
                   const std::vector<const forecast_figure*>& figures) {
    json_object record = to.object();
    record.text_if_any("period", period);
    json_object labels = record.object("labels");
    labels.text_if_any("age", age);
    labels.end();
    json_object metrics = record.object("metrics");
    for (const forecast_figure* f : figures) {
        append_figure(metrics, *f);
    }
    metrics.end();
    record.end();
}

std::vector<const forecast_figure*> of_whole(const projection& p) {
    std::vector<const forecast_figure*> figures;
    for (const forecast_figure& f : p.figures) {
        figures.push_back(&f);
    }
    return figures;
}

}  // namespace

std::string projection_json(const projection& p, std::string_view currency) {
    std::string text;
    json_object object(text);
    object.text("schema", "cxm.forecast/1");
    object.text("command", "project");
    object.number("level", p.of.level);
    object.text_if_any("currency", currency);
    object.text_if_any("as_of", p.of.until);
    object.number("discount", p.of.discount);
    append_curve(object, p);
    append_curve_test(object, p);
    json_array records = object.array("records", "\n");
    append_record(records, {}, {}, of_whole(p));
    for (const projected_age& at : p.ages) {
        append_record(records, at.period, std::to_string(at.age), at.figures());
    }
    records.end();
    object.end();
    return text + '\n';
}

}  // namespace cxm
