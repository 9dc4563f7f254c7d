#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

void append_header(csv_writer& to, const records& rows) {
    to.raw("period");
    for (const records::label_column& label : rows.labels) {
        to.text(label.name);
    }
    to.raw("metric,value,unit,n,centre,lower_limit,upper_limit,signals,verdict,year_before,status,reason");
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
    to.number(t.chart.centre);
    const auto& limits = t.chart.points[i].limits;
    to.number(limits ? limits->low : not_given);
    to.number(limits ? limits->high : not_given);
    to.raw(signals_of(t.chart.points[i]));
    to.raw(place.is == place_kind::counted ? name(verdict_at(t, i)) : std::string_view());
    to.number(place.year_before.value_or(not_given));
    to.raw(status_of(of, t, place));
    to.text(why_no_value(of, t, place));
    to.end_line();
}

}  // namespace

std::string trends_csv(const report& of, const std::vector<trend>& trends, csv_texts texts) {
    std::string out;
    csv_writer to(out, texts);
    append_header(to, of.rows);
    for (const trend& t : trends) {
        for (std::size_t i = 0; i < t.places.size(); ++i) {
            append_place(to, of, t, i);
        }
    }
    return out;
}

}  // namespace cxm
