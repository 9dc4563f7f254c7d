#include <algorithm>

#include "records/labels.hpp"
#include "write/csv/report.hpp"
#include "write/json/object.hpp"
#include "write/number/number_text.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

std::string_view status_of(const report& made, const trend& t, const trend_place& place) {
    switch (place.is) {
        case place_kind::counted: return "ok";
        case place_kind::partial: return "partial";
        case place_kind::no_record: return "missing";
        default: break;
    }
    const auto at = std::find(made.metrics.begin(), made.metrics.end(), t.of) - made.metrics.begin();
    return made.of_row(place.row)[static_cast<std::size_t>(at)].comes_to.is == status::undefined ? "undefined"
                                                                                                 : "missing";
}

double n_of(const report& made, const trend& t, const trend_place& place) {
    if (is_missing(place.value)) {
        return not_given;
    }
    const auto at = std::find(made.metrics.begin(), made.metrics.end(), t.of) - made.metrics.begin();
    return made.of_row(place.row)[static_cast<std::size_t>(at)].n;
}

void append_place(std::string& out, const report& made, const trend& t, std::size_t i) {
    const trend_place& place = t.places[i];
    json_object object(out);
    object.text("period", place.period);
    object.number("value", place.value);
    object.text("status", status_of(made, t, place));
    if (const std::string why = why_no_value(made, t, place); !why.empty()) {
        object.text("reason", why);
    }
    if (const double n = n_of(made, t, place); !is_missing(n)) {
        object.count("n", n);
    }
    if (const auto& limits = t.chart.points[i].limits) {
        object.number("lower_limit", limits->low);
        object.number("upper_limit", limits->high);
    }
    if (place.is == place_kind::counted) {
        object.raw("signals", "[");
        for (const chart_signal& signal : t.chart.points[i].signals) {
            out += out.ends_with('[') ? "" : ",";
            json_object one(out);
            one.text("rule", name(signal.by));
            one.text("direction", signal.upward ? "up" : "down");
            one.end();
        }
        out += ']';
        object.text("verdict", name(verdict_at(t, i)));
    }
    if (place.year_before) {
        object.number("year_before", *place.year_before);
    }
    object.end();
}

void append_labels(std::string& out, const records& all, std::size_t row) {
    json_object object(out);
    for_each_label(all, row, [&](std::string_view name, std::string_view value) { object.text(name, value); });
    object.end();
}

void append_trend(std::string& out, const report& made, const trend& t) {
    json_object object(out);
    object.text("metric", t.of->key);
    object.raw("labels", "");
    append_labels(out, made.rows, t.row);
    object.text("unit", name(t.of->shown));
    object.text("better", name(t.of->better));
    object.text("chart", t.kind == chart_kind::p ? "p" : "xmr");
    object.number("centre", t.chart.centre);
    object.count("periods", static_cast<double>(t.chart.periods));
    object.flag("trial", t.chart.trial);
    object.text("verdict", name(t.chart.verdict));
    object.raw("points", "[");
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        out += i == 0 ? "" : ",";
        append_place(out, made, t, i);
    }
    out += ']';
    object.end();
}

}  // namespace

std::string trends_json(const report& made, const std::vector<trend>& trends, std::string_view currency) {
    std::string out;
    json_object object(out);
    object.text("schema", "cxm.trend/1");
    if (!currency.empty()) {
        object.text("currency", currency);
    }
    object.raw("trends", "[");
    for (const trend& t : trends) {
        out += out.ends_with('[') ? "\n" : ",\n";
        append_trend(out, made, t);
    }
    out += "\n]";
    object.end();
    return out + '\n';
}

std::string trends_csv(const report& made, const std::vector<trend>& trends) {
    std::string out = "period";
    for (const records::label_column& label : made.rows.labels) {
        out += ',';
        append_csv_cell(out, label.name);
    }
    out += ",metric,value,unit,n,centre,lower_limit,upper_limit,signals,verdict,year_before,status,reason\n";
    const auto number = [&](double value) {
        out += ',';
        if (std::isfinite(value)) {
            append_number(out, value);
        }
    };
    const auto text = [&](std::string_view value) {
        out += ',';
        append_csv_cell(out, value);
    };
    for (const trend& t : trends) {
        for (std::size_t i = 0; i < t.places.size(); ++i) {
            const trend_place& place = t.places[i];
            append_csv_cell(out, place.period);
            for (const records::label_column& label : made.rows.labels) {
                text(label.values[t.row]);
            }
            text(t.of->key);
            number(place.value);
            text(name(t.of->shown));
            out += ',';
            if (const double n = n_of(made, t, place); !is_missing(n)) {
                append_count(out, n);
            }
            number(t.chart.centre);
            const auto& limits = t.chart.points[i].limits;
            number(limits ? limits->low : not_given);
            number(limits ? limits->high : not_given);
            std::string signals;
            for (const chart_signal& signal : t.chart.points[i].signals) {
                signals += signals.empty() ? "" : " ";
                signals.append(name(signal.by)).append(signal.upward ? "-up" : "-down");
            }
            text(signals);
            text(place.is == place_kind::counted ? name(verdict_at(t, i)) : std::string_view());
            number(place.year_before.value_or(not_given));
            text(status_of(made, t, place));
            text(why_no_value(made, t, place));
            out += '\n';
        }
    }
    return out;
}

}  // namespace cxm
