#include "write/compare/formats.hpp"
#include "write/json/interval_members.hpp"
#include "write/json/labels.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

/// What changed since the year before, with its interval and test.
void append_change(json_object& to, const metric& m, const difference& change) {
    to.number("change", change.estimate);
    if (change.limits) {
        append_limits(to, *change.limits);
    }
    if (change.p) {
        to.number("p", *change.p);
        to.text("test", change.test);
    }
    if (change.error && change.statistic) {
        to.number("standard_error", *change.error);
        to.number("z", *change.statistic);
    }
    if (change.limits) {
        to.text("verdict", key_of(year_verdict(m, change)));
    }
}

void append_year(json_object& to, const metric& m, const year_test& test) {
    json_object year = to.object("against_last_year");
    year.count("periods", static_cast<double>(test.periods));
    year.flag("whole_year", test.whole_year);
    if (test.change) {
        append_change(year, m, *test.change);
    }
    year.text_if_any("reason", test.why);
    year.end();
}

/// What each stretch of the chart takes its centre and limits from.
void append_phases(json_object& to, const trend& t) {
    json_array phases = to.array("phases");
    for (const chart_phase& phase : t.chart.phases) {
        json_object one = phases.object();
        one.text("from", t.places[phase.places.first].period);
        one.text("to", t.places[phase.places.end - 1].period);
        if (phase.basis != phase.places) {
            one.text("limits_from", t.places[phase.basis.first].period);
            one.text("limits_to", t.places[phase.basis.end - 1].period);
        }
        one.count("periods", static_cast<double>(phase.periods));
        one.text("chart", chart_name(t, phase));
        one.number("centre", phase.centre);
        if (!is_missing(phase.dispersion)) {
            one.number("sigma_z", phase.sigma_z);
            one.number("dispersion", phase.dispersion);
            one.number("dispersion_p", phase.dispersion_p);
        }
        one.end();
    }
    phases.end();
}

void append_place(json_object object, const report& of, const trend& t, std::size_t i) {
    const trend_place& place = t.places[i];
    object.text("period", place.period);
    object.number("value", place.value);
    object.text("status", status_of(of, t, place));
    object.text_if_any("reason", why_no_value(of, t, place));
    object.text_if_any("note", note_of(of, t, place));
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
    if (place.on_year) {
        json_object change = object.object("against_last_year");
        append_change(change, *t.of, *place.on_year);
        change.end();
    }
    object.end();
}

void append_trend(json_object object, const report& of, const trend& t) {
    object.text("metric", t.of->key);
    append_labels(object, of.rows, t.row);
    object.text("unit", name(t.of->shown));
    object.text("better", name(t.of->better));
    object.text("chart", chart_name(t, t.chart.phases.back()));
    object.number("centre", t.chart.centre);
    object.count("periods", static_cast<double>(t.chart.periods));
    object.flag("trial", t.chart.trial);
    object.text("verdict", name(t.chart.verdict));
    append_phases(object, t);
    if (t.on_year) {
        append_year(object, *t.of, *t.on_year);
    }
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
