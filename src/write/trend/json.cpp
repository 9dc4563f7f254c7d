#include "write/json/labels.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

void append_place(json_object object, const report& of, const trend& t, std::size_t i) {
    const trend_place& place = t.places[i];
    object.text("period", place.period);
    object.number("value", place.value);
    object.text("status", status_of(of, t, place));
    object.text_if_any("reason", why_no_value(of, t, place));
    if (const double n = n_of(of, t, place); !is_missing(n)) {
        object.count("n", n);
    }
    if (const auto& limits = t.chart.points[i].limits) {
        object.number("lower_limit", limits->low);
        object.number("upper_limit", limits->high);
    }
    if (place.is == place_kind::counted) {
        json_array signals = object.array("signals");
        for (const chart_signal& signal : t.chart.points[i].signals) {
            json_object one = signals.object();
            one.text("rule", name(signal.by));
            one.text("direction", signal.upward ? "up" : "down");
            one.end();
        }
        signals.end();
        object.text("verdict", name(verdict_at(t, i)));
    }
    if (place.year_before) {
        object.number("year_before", *place.year_before);
    }
    object.end();
}

void append_trend(json_object object, const report& of, const trend& t) {
    object.text("metric", t.of->key);
    append_labels(object, of.rows, t.row);
    object.text("unit", name(t.of->shown));
    object.text("better", name(t.of->better));
    object.text("chart", t.kind == chart_kind::p ? "p" : "xmr");
    object.number("centre", t.chart.centre);
    object.count("periods", static_cast<double>(t.chart.periods));
    object.flag("trial", t.chart.trial);
    object.text("verdict", name(t.chart.verdict));
    json_array points = object.array("points");
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        append_place(points.object(), of, t, i);
    }
    points.end();
    object.end();
}

}  // namespace

std::string trends_json(const report& of, const std::vector<trend>& trends, std::string_view currency) {
    std::string out;
    json_object object(out);
    object.text("schema", "cxm.trend/1");
    object.text_if_any("currency", currency);
    if (is_in_order_of_input(of)) {
        object.text("order", "input");
    }
    json_array each = object.array("trends", "\n");
    for (const trend& t : trends) {
        append_trend(each.object(), of, t);
    }
    each.end();
    object.end();
    return out + '\n';
}

}  // namespace cxm
