#include "write/trend/words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

std::string in_words(const chart_signal& signal) {
    switch (signal.by) {
        case signal_rule::outside: return signal.upward ? "above the upper limit" : "below the lower limit";
        case signal_rule::shift:
            return signal.upward ? "7 or more in a row above the mean" : "7 or more in a row below the mean";
        case signal_rule::run: return signal.upward ? "7 or more in a row rising" : "7 or more in a row falling";
        default: return signal.upward ? "2 of 3 in a row near the upper limit" : "2 of 3 in a row near the lower limit";
    }
}

namespace {

const result& result_of(const report& of, const trend& t, const trend_place& place) {
    const auto at = std::find(of.metrics.begin(), of.metrics.end(), t.of) - of.metrics.begin();
    return of.of_row(place.row)[static_cast<std::size_t>(at)];
}

}  // namespace

std::string why_no_value(const report& of, const trend& t, const trend_place& place) {
    switch (place.is) {
        case place_kind::no_record: return "no record";
        case place_kind::no_value: return why_no_value(result_of(of, t, place));
        default: return {};
    }
}

std::string_view status_of(const report& of, const trend& t, const trend_place& place) {
    switch (place.is) {
        case place_kind::counted: return "ok";
        case place_kind::partial: return "partial";
        case place_kind::no_record: return "missing";
        default: return result_of(of, t, place).comes_to.is == status::undefined ? "undefined" : "missing";
    }
}

double n_of(const report& of, const trend& t, const trend_place& place) {
    return is_missing(place.value) ? not_given : result_of(of, t, place).n;
}

int trend_decimals(const trend& t) {
    int decimals = is_missing(t.chart.centre) ? 0 : people_decimals(t.of->shown, t.chart.centre);
    for (const charted_point& p : t.chart.points) {
        if (p.limits) {
            // A tenth of the limits' distance still shows where between them a point lies.
            const double third = (p.limits->high - p.limits->low) / 3;
            return range_decimals(t.of->shown, {0, third, 0, {}}, decimals);
        }
    }
    return decimals;
}

style style_of(trend_verdict v) {
    return v == trend_verdict::improvement ? style::good : v == trend_verdict::concern ? style::bad : style::bold;
}

std::string trend_value(const trend& t, double value, const notation& in) {
    return with_unit(people_number(t.of->shown, value, trend_decimals(t)), t.of->shown, in);
}

namespace {

/// The periods of one place, or of the first and the last of several.
std::string span_of(const trend& t, std::size_t first, std::size_t last) {
    return shown(t.places[first].period) + (first == last ? "" : ".." + shown(t.places[last].period));
}

}  // namespace

std::string reason(const trend& t, std::size_t last) {
    if (t.chart.verdict == trend_verdict::too_few) {
        return fmt::format("{} {} no limits; {} are the least", t.chart.periods,
                           t.chart.periods == 1 ? "period has" : "periods have", control_chart::least_periods);
    }
    const std::string period = shown(t.places[last].period);
    return t.chart.why ? fmt::format("{}: {}", period, in_words(*t.chart.why))
                       : fmt::format("{} lies within what the periods vary by anyway", period);
}

std::vector<std::string> earlier_signals(const trend& t, std::size_t last) {
    std::vector<std::string> texts;
    for (std::size_t end = last; end > 0;) {
        const std::size_t at = end - 1;
        const auto& signals = t.chart.points[at].signals;
        std::size_t first = at;
        if (!signals.empty()) {
            const auto same = [&](std::size_t i) {
                const auto& others = t.chart.points[i].signals;
                return !others.empty() && others.front() == signals.front();
            };
            // What goes on until the last period has been said already.
            const bool said = at + 1 == last && t.chart.why == signals.front();
            while (first > 0 && same(first - 1)) {
                --first;
            }
            if (!said) {
                texts.push_back(fmt::format("{}: {} ({})", span_of(t, first, at), in_words(signals.front()),
                                            name(verdict_at(t, at))));
            }
        }
        end = first;
    }
    return texts;
}

std::vector<std::string> remarks(const report& of, const trend& t, const notation& in) {
    std::vector<std::string> texts;
    if (t.chart.trial) {
        texts.push_back(fmt::format("Trial limits: {} periods; from {} on they are settled.", t.chart.periods,
                                    control_chart::settled_periods));
    }
    constexpr std::size_t most_told = 4;
    std::size_t gaps = 0;
    for (std::size_t first = 0, end = 0; first < t.places.size(); first = end) {
        const trend_place& place = t.places[first];
        const std::string why = why_no_value(of, t, place);
        end = first + 1;
        if (place.is == place_kind::partial) {
            texts.push_back(fmt::format("{} is not complete ({}): drawn, but not counted.", shown(place.period),
                                        trend_value(t, place.value, in)));
        }
        if (why.empty()) {
            continue;
        }
        while (end < t.places.size() && why_no_value(of, t, t.places[end]) == why) {
            ++end;
        }
        if (++gaps <= most_told) {
            texts.push_back(fmt::format("A gap at {}: {}.", span_of(t, first, end - 1), why));
        }
    }
    if (gaps > most_told) {
        texts.push_back(fmt::format("And {} more gaps; --format csv shows all.", gaps - most_told));
    }
    return texts;
}

}  // namespace cxm
