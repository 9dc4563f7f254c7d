#include "write/customers/json_parts.hpp"

#include "write/figure_text.hpp"

namespace cxm {

void append_segment_tests(json_object& to, const customer_forecast& of) {
    json_array segments = to.array("segments");
    for (std::size_t i = 0; i < of.segments.size(); ++i) {
        json_object segment = segments.object();
        segment.text("segment", of.of.segments.names[i]);
        segment.text("status", of.segments[i].misses() ? "missed" : "ok");
        segment.count("purchases_seen", of.segments[i].seen);
        append_figure(segment, of.segments[i].expected);
        segment.end();
    }
    segments.end();
}

void append_demand(json_object& to, const customer_forecast& of) {
    json_object demand = to.object("demand");
    demand.number("weeks", of.of.demand->length);
    demand.number("new_customers", of.demand->new_customers);
    json_array steps = demand.array("steps");
    for (const demand_step& one : of.demand->steps) {
        json_object step = steps.object();
        step.number("from_week", one.from);
        step.number("to_week", one.to);
        step.number("orders_of_base", one.of_base);
        step.number("orders_of_new", one.of_new);
        step.end();
    }
    steps.end();
    demand.end();
}

void append_bands(json_object& to, const customer_forecast& of) {
    const band_question& asked = *of.of.bands;
    const band_outlook& outlook = *of.bands;
    json_object bands = to.object("activity");
    bands.number("window_weeks", asked.window);
    bands.number("ahead_weeks", asked.ahead);
    append_figure(bands, outlook.none);
    if (!outlook.tested.empty()) {
        json_object test = bands.object("holdout");
        test.text("status", outlook.misses() ? "missed" : "ok");
        test.count("without_purchase_seen", outlook.seen);
        append_figure(test, outlook.expected);
        test.number("auc", outlook.auc.value_or(not_given));
        test.number("brier", outlook.brier.value_or(not_given));
        test.end();
    }
    json_array list = bands.array("bands");
    for (std::size_t i = 0; i < activity_bands; ++i) {
        json_object band = list.object();
        band.text("band", name(static_cast<activity_band>(i)));
        band.count("customers", asked.counts.now[i].customers);
        append_figure(band, outlook.rates[i]);
        if (!outlook.tested.empty()) {
            band.number("tested_expected", outlook.tested[i].expected);
            band.number("tested_seen", outlook.tested[i].seen);
        }
        band.end();
    }
    list.end();
    bands.end();
}

}  // namespace cxm
