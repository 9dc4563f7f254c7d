#include "write/customers/formats.hpp"
#include "write/customers/json_parts.hpp"
#include "write/figure_text.hpp"

namespace cxm {

namespace {

json_object append_model(json_object& to, std::string_view key, const fitted_numbers& fit) {
    json_object model = to.object(key);
    model.text("name", fit.model);
    model.text("status", fit.has_model ? "ok" : "undefined");
    model.text_if_any("reason", fit.reason);
    if (fit.has_model) {
        json_object parameters = model.object("parameters");
        for (const auto& [parameter, value] : fit.parameters) {
            parameters.number(parameter, value);
        }
        parameters.end();
        model.number("log_likelihood", fit.log_likelihood);
    }
    return model;
}

void append_gains(json_object& to, const cumulative_gains& gains) {
    json_array tenths = to.array("gains");
    for (std::size_t i = 0; i < gains.gain.size(); ++i) {
        json_object tenth = tenths.object();
        tenth.number("gain", gains.gain[i]);
        tenth.number("lift", gains.lift[i]);
        tenth.end();
    }
    tenths.end();
}

void append_forecast_test(json_object& to, const customer_forecast& of) {
    if (!of.test && of.why_no_test.empty()) {
        return;
    }
    json_object test = to.object("holdout");
    test.text("status", of.test ? (of.test->misses() ? "missed" : "ok") : "undefined");
    test.text_if_any("reason", of.why_no_test);
    if (of.test) {
        test.number("weeks", of.test->length);
        test.count("customers", static_cast<double>(of.test->customers));
        test.count("purchases_seen", of.test->seen);
        append_figure(test, of.test->expected);
        test.number("auc", of.test->auc.value_or(not_given));
        test.number("brier", of.test->brier.value_or(not_given));
        json_array fifths = test.array("fifths");
        for (const calibrated_part& part : of.test->fifths) {
            json_object fifth = fifths.object();
            fifth.number("customers", part.customers);
            fifth.number("chance_of_none", part.expected);
            fifth.number("share_with_none", part.seen);
            fifth.end();
        }
        fifths.end();
        if (of.test->gains) {
            append_gains(test, *of.test->gains);
        }
        if (!of.segments.empty()) {
            append_segment_tests(test, of);
        }
    }
    test.end();
}

void append_record_of(json_array& to, std::string_view label, std::string_view name,
                      const std::vector<forecast_figure>& figures) {
    json_object record = to.object();
    json_object labels = record.object("labels");
    if (!label.empty()) {
        labels.text(label, name);
    }
    labels.end();
    json_object metrics = record.object("metrics");
    for (const forecast_figure& f : figures) {
        append_figure(metrics, f);
    }
    metrics.end();
    record.end();
}

void append_customer(json_array& to, const customer_list& list, std::size_t i) {
    const customer_summary& known = list.of.of.customers[i];
    const customer_outlook one = outlook_of(list, i);
    json_object row = to.object();
    if (list.of.of.alike) {
        row.count("customers", known.customers);
    } else {
        row.text("id", list.names[i]);
    }
    if (const segments_asked& segments = list.of.of.segments; !segments.label.empty()) {
        row.text("segment", segments.names[segments.segment_of[i]]);
    }
    row.count("x", known.of.x);
    row.number("t_x", known.of.t_x);
    row.number("T", known.of.T);
    row.number("purchases_expected", one.purchases);
    row.number("chance_of_none", one.none);
    row.number("chance_alive", one.alive);
    if (list.of.of.amounts) {
        row.number("mean", known.mean);
        row.number("amount_expected", one.amount);
        row.number("value", one.value);
        row.number("money_at_stake", one.at_stake);
    }
    row.end();
}

}  // namespace

std::string customers_json(const customer_list& list) {
    std::string text;
    json_object object(text);
    object.text("schema", "cxm.forecast/1");
    object.text("command", "customers");
    object.number("level", list.of.of.level);
    object.text_if_any("currency", list.currency);
    object.text_if_any("as_of", list.as_of);
    object.number("horizon_weeks", list.of.of.horizon);
    append_model(object, "model", list.of.purchases).end();
    if (list.of.spend) {
        json_object spend = append_model(object, "spend_model", *list.of.spend);
        spend.number("correlation", list.of.spend_correlation.value_or(not_given));
        spend.end();
    }
    append_forecast_test(object, list.of);
    json_array records = object.array("records");
    std::vector<forecast_figure> whole = list.of.figures;
    if (list.of.demand) {
        whole.insert(whole.end(), list.of.demand->figures.begin(), list.of.demand->figures.end());
    }
    append_record_of(records, {}, {}, whole);
    for (std::size_t i = 0; i < list.of.segments.size() && list.of.purchases.has_model; ++i) {
        append_record_of(records, list.of.of.segments.label, list.of.of.segments.names[i], list.of.segments[i].figures);
    }
    records.end();
    if (list.of.bands) {
        append_bands(object, list.of);
    }
    if (list.of.demand) {
        append_demand(object, list.of);
    }
    json_array customers = object.array("customers", "\n");
    for (const std::size_t i : list.rows) {
        append_customer(customers, list, i);
    }
    customers.end();
    object.end();
    return text + '\n';
}

}  // namespace cxm
