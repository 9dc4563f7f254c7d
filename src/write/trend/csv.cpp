#include "write/compare/formats.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

void append_header(csv_writer& to, const records& rows, bool on_year) {
    to.raw("period");
    for (const records::label_column& label : rows.labels) {
        to.text(label.name);
    }
    to.raw(
        "metric,value,unit,n,centre,lower_limit,upper_limit,signals,verdict,year_before,status,reason,chart,sigma_z");
    if (on_year) {
        to.raw("last_year_change,last_year_low,last_year_high,last_year_p,last_year_verdict");
    }
    to.end_line();
}

/// `outside-up shift-down`.
std::string signals_of(const charted_point& point) {
    std::string signals;
    for (const chart_signal& signal : point.signals) {
        signals += signals.empty() ? "" : " ";
        signals.append(name(signal.by)).append(signal.upward ? "-up" : "-down");
    }
    return signals;
}

void append_year(csv_writer& to, const metric& m, const std::optional<difference>& change) {
    const bool limited = change && change->limits;
    to.number(change ? change->estimate : not_given);
    to.number(limited ? change->limits->low : not_given);
    to.number(limited ? change->limits->high : not_given);
    to.number(change ? change->p.value_or(not_given) : not_given);
    to.raw(limited ? key_of(year_verdict(m, *change)) : std::string_view());
}

void append_place(csv_writer& to, const report& of, const trend& t, std::size_t i) {
    const trend_place& place = t.places[i];
    to.text(place.period);
    for (const records::label_column& label : of.rows.labels) {
        to.text(label.values[t.row]);
    }
    to.text(t.of->key);
    to.number(place.value);
    to.raw(name(t.of->shown));
    to.count(n_of(of, t, place));
    to.number(phase_at(t.chart, i).centre);
    const auto& limits = t.chart.points[i].limits;
    to.number(limits ? limits->low : not_given);
    to.number(limits ? limits->high : not_given);
    to.raw(signals_of(t.chart.points[i]));
    to.raw(place.is == place_kind::counted ? name(verdict_at(t, i)) : std::string_view());
    to.number(place.year_before.value_or(not_given));
    to.raw(status_of(of, t, place));
    to.text(is_missing(place.value) ? why_no_value(of, t, place) : note_of(of, t, place));
    to.raw(chart_name(t, phase_at(t.chart, i)));
    to.number(phase_at(t.chart, i).by_laney ? phase_at(t.chart, i).sigma_z : not_given);
    if (t.on_year) {
        append_year(to, *t.of, place.on_year);
    }
    to.end_line();
}

}  // namespace

std::string trends_csv(const report& of, const std::vector<trend>& trends, csv_texts texts) {
    std::string out;
    csv_writer to(out, texts);
    append_header(to, of.rows, !trends.empty() && trends.front().on_year);
    for (const trend& t : trends) {
        for (std::size_t i = 0; i < t.places.size(); ++i) {
            append_place(to, of, t, i);
        }
    }
    return out;
}

}  // namespace cxm
