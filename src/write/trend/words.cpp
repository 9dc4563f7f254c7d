#include "write/trend/words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "results/few_answers.hpp"
#include "text/problem.hpp"
#include "write/change.hpp"

namespace cxm {

namespace {

std::string_view signal_in_english(const chart_signal& signal) {
    switch (signal.by) {
        case signal_rule::outside: return signal.upward ? "above the upper limit" : "below the lower limit";
        case signal_rule::shift:
            return signal.upward ? "7 or more in a row above the mean" : "7 or more in a row below the mean";
        case signal_rule::run: return signal.upward ? "7 or more in a row rising" : "7 or more in a row falling";
        default: return signal.upward ? "2 of 3 in a row near the upper limit" : "2 of 3 in a row near the lower limit";
    }
}

const result& result_of(const report& of, const trend& t, const trend_place& place) {
    const auto at = std::find(of.metrics.begin(), of.metrics.end(), t.of) - of.metrics.begin();
    return of.of_row(place.row)[static_cast<std::size_t>(at)];
}

}  // namespace

std::string in_words(const chart_signal& signal, const wording& say) {
    return std::string(say(signal_in_english(signal)));
}

std::string why_no_value(const report& of, const trend& t, const trend_place& place, const wording& say) {
    switch (place.is) {
        case place_kind::no_record: return std::string(say("no record"));
        case place_kind::no_value: return say.finished(why_no_value(result_of(of, t, place)));
        default: return {};
    }
}

bool has_few_answers(const report& of, const trend& t, const trend_place& place) {
    return !is_missing(place.value) && has_few_answers(*t.of, result_of(of, t, place));
}

std::string note_of(const report& of, const trend& t, const trend_place& place) {
    return is_missing(place.value) ? std::string() : std::string(result_of(of, t, place).note);
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

namespace {

/// More decimals where a value would read like a limit that it lies beyond.
int telling_apart(const metric& m, double value, const bounds& limits, int decimals) {
    constexpr int most = 6;
    const auto reads_like = [&](double limit) {
        return people_number(m.shown, value, decimals) == people_number(m.shown, limit, decimals);
    };
    while (decimals < most &&
           ((value < limits.low && reads_like(limits.low)) || (value > limits.high && reads_like(limits.high)))) {
        ++decimals;
    }
    return decimals;
}

}  // namespace

int trend_decimals(const trend& t) {
    int decimals = is_missing(t.chart.centre) ? 0 : people_decimals(t.of->shown, t.chart.centre);
    for (const charted_point& p : t.chart.points) {
        if (p.limits) {
            // A tenth of the limits' distance still shows where between them a point lies.
            const double third = (p.limits->high - p.limits->low) / 3;
            decimals = range_decimals(t.of->shown, {0, third, 0, {}}, decimals);
            break;
        }
    }
    const auto last = last_counted(t);
    const std::optional<bounds> limits = last ? t.chart.points[*last].limits : std::nullopt;
    return limits ? telling_apart(*t.of, t.places[*last].value, *limits, decimals) : decimals;
}

style style_of(trend_verdict v) {
    return v == trend_verdict::improvement ? style::good : v == trend_verdict::concern ? style::bad : style::bold;
}

std::string trend_value(const trend& t, double value, int decimals, const notation& in) {
    return with_unit(people_number(t.of->shown, value, decimals, in.say), t.of->shown, in);
}

std::string trend_value(const trend& t, double value, const notation& in) {
    return trend_value(t, value, trend_decimals(t), in);
}

std::string direction_in_words(const trend& t, const notation& in) {
    const std::string_view unit = t.of->shown == as::points ? in.say("points") : people_unit(t.of->shown, in);
    const bool named = !unit.empty() && t.of->shown != as::multiple;
    const std::string_view better = in.say(t.of->better == good::higher ? "higher is better" : "lower is better");
    return named ? in.say("in {}, {}", unit, better) : std::string(better);
}

std::string values_in_words(const trend& t, std::size_t at, const notation& in) {
    const trend_place& place = t.places[at];
    std::string values = fmt::format("{} {}", shown(in.say.period(place.period)), trend_value(t, place.value, in));
    if (const auto& limits = t.chart.points[at].limits) {
        values += in.say("; limits {} to {}", people_number(t.of->shown, limits->low, trend_decimals(t), in.say),
                         trend_value(t, limits->high, in));
    }
    if (place.year_before) {
        const people_change change =
            people_difference(*t.of, *place.year_before, place.value, trend_decimals(t), in.say);
        const std::string_view between = change.unit.empty() ? "" : in.say.before_unit();
        values += in.say(
            "; a year before {}{}", trend_value(t, *place.year_before, in),
            change.number.empty() ? std::string() : fmt::format(" ({}{}{})", change.number, between, change.unit));
    }
    return values;
}

bool limits_span_all(const trend& t) {
    const auto last = last_counted(t);
    const std::optional<bounds> limits = last ? t.chart.points[*last].limits : std::nullopt;
    return t.kind == chart_kind::p && limits && limits->low <= 0 && limits->high >= 1;
}

std::string_view chart_name(const trend& t, const chart_phase& phase) {
    switch (t.kind) {
        case chart_kind::p: return phase.by_laney ? "laney_p" : "p";
        case chart_kind::u: return phase.by_laney ? "laney_u" : "u";
        default: return "xmr";
    }
}

std::string reason(const trend& t, std::size_t last, const wording& say) {
    if (t.chart.verdict == trend_verdict::too_few) {
        const chart_phase& phase = phase_at(t.chart, last);
        const std::string where = phase.basis != phase.places ? std::string(say(" of the baseline"))
                                  : t.chart.phases.size() == 1
                                      ? std::string()
                                      : say(" since {}", shown(say.period(t.places[phase.places.first].period)));
        return phase.periods == 1
                   ? say("{} period{}; a verdict takes at least {}", phase.periods, where, control_chart::least_periods)
                   : say("{} periods{}; a verdict takes at least {}", phase.periods, where,
                         control_chart::least_periods);
    }
    const std::string period = shown(say.period(t.places[last].period));
    return t.chart.why ? fmt::format("{}{}{}", period, say(": "), in_words(*t.chart.why, say))
                       : say("{} lies within what the periods vary by anyway", period);
}

}  // namespace cxm
