#include <algorithm>
#include <cmath>
#include <utility>

#include "text/shown.hpp"
#include "write/sentences/filled.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

std::string lead_of(const statement& s, const sentence_words& words) {
    const std::string period = shown(words.say.period(s.period));
    const std::string what = period.empty() ? s.group
                             : s.group.empty()
                                 ? period
                                 : filled(words, words.two_leads, {{"period", period}, {"group", s.group}});
    return what.empty() ? what : filled(words, words.lead, {{"what", what}});
}

std::string then_of(const statement& s, const sentence_words& words) {
    switch (s.against) {
        case against_what::file: return words.say.printed(words.of_file);
        case against_what::side:
            return filled(words, words.of_side, {{"period", shown(words.say.period(s.before_name))}});
        default: return spoken_period(s.before_name, words);
    }
}

/// A target has as few decimals as say it whole: `5 %`, `12.50 EUR`.
std::string target_text(as shown, double value, const notation& in) {
    constexpr int most = 6;
    const double size = value * (is_percentage(shown) ? 100 : 1);
    int decimals = 0;
    for (double scaled = size; decimals < most && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals) {
        scaled *= 10;
    }
    const int cents = shown == as::money && decimals > 0 ? 2 : 0;
    return spoken_value(shown, value, std::max(decimals, cents), in);
}

std::string_view span_of_target(grain per, const sentence_words& words) {
    return per == grain::month ? words.per_month : per == grain::quarter ? words.per_quarter : words.per_year;
}

std::string_view goal_template(const held_against& goal, const sentence_words& words) {
    if (goal.to->poor) {
        const std::string_view bands[] = {words.band_good, words.band_fair, words.band_poor, {}};
        return bands[static_cast<int>(goal.in)];
    }
    const std::string_view own[] = {words.target_met, words.target_missed, words.target_undecided};
    const std::string_view carried[] = {words.pace_met, words.pace_missed, words.pace_undecided};
    return (goal.carried ? carried : own)[static_cast<int>(goal.by->is)];
}

std::string goal_of(const statement& s, const notation& in, const sentence_words& words) {
    if (!s.goal || !s.goal->by) {
        return {};
    }
    return filled(words, goal_template(*s.goal, words),
                  {{"target", target_text(s.of->shown, s.goal->to->value, in)},
                   {"per", words.say.printed(span_of_target(s.goal->to->per, words))}});
}

/// By verdict and direction: which way a value must have gone to be better or worse.
std::string_view change_template(const statement& s, const sentence_words& words) {
    const bool in_time = s.against != against_what::side;
    if (!s.before) {
        return words.value;
    }
    if (s.moved == verdict::none) {
        return in_time ? words.not_judged : words.difference_not_judged;
    }
    if (s.moved == verdict::no_clear_change) {
        return in_time ? words.no_clear_change : words.no_clear_difference;
    }
    const bool better = s.moved == verdict::better;
    if (better == (s.of->better == good::higher)) {
        return in_time ? (better ? words.up_better : words.up_worse)
                       : (better ? words.higher_better : words.higher_worse);
    }
    return in_time ? (better ? words.down_better : words.down_worse)
                   : (better ? words.lower_better : words.lower_worse);
}

/// Empty where a change would not show in the numbers, as that of three minutes by a tenth of a second.
std::string changed_figure(const statement& s, const notation& in, const sentence_words& words) {
    const as shown = s.of->shown;
    const bool has_moved = s.moved == verdict::better || s.moved == verdict::worse;
    const bool has_goal = s.goal && s.goal->by && !s.goal->carried;
    const int decimals = spoken_decimals(
        shown, s.value, s.limits,
        {has_moved ? s.before : std::nullopt, has_goal ? std::optional(s.goal->to->value) : std::nullopt});
    const std::string value = spoken_value(shown, s.value, decimals, in);
    const std::string before = s.before ? spoken_value(shown, *s.before, decimals, in) : std::string();
    if (has_moved && value == before) {
        return {};
    }
    const bool is_same = s.moved == verdict::none && value == before;
    return filled(words, is_same ? words.value : change_template(s, words),
                  {{"lead", lead_of(s, words)},
                   {"name", spoken_name_of(*s.of, words)},
                   {"value", value},
                   {"limits", spoken_limits(shown, s.limits, decimals, in, words)},
                   {"before", before},
                   {"then", then_of(s, words)},
                   {"goal", goal_of(s, in, words)}});
}

std::string_view signal_template(const chart_signal& signal, const sentence_words& words) {
    const std::string_view upward[] = {words.above_range, words.row_above, words.row_rising, words.near_upper};
    const std::string_view downward[] = {words.below_range, words.row_below, words.row_falling, words.near_lower};
    return (signal.upward ? upward : downward)[static_cast<int>(signal.by)];
}

std::string_view chart_template(const charted_figure& chart, const sentence_words& words) {
    switch (chart.is) {
        case trend_verdict::improvement: return words.improvement;
        case trend_verdict::concern: return words.concern;
        case trend_verdict::no_change: return chart.usual ? words.usual : words.nothing_unusual;
        default: return chart.periods == 1 ? words.one_period : words.too_few_periods;
    }
}

std::string charted_sentence(const statement& s, const notation& in, const sentence_words& words) {
    const as shown = s.of->shown;
    const charted_figure& chart = *s.chart;
    const auto low = chart.usual ? std::optional(chart.usual->low) : std::nullopt;
    const auto high = chart.usual ? std::optional(chart.usual->high) : std::nullopt;
    const std::optional<interval> width = chart.usual ? std::optional(interval{*low, *high, 0, {}}) : std::nullopt;
    const int decimals = spoken_decimals(shown, s.value, width, {low, high});
    const std::string range = chart.usual ? spoken_range(shown, *low, *high, decimals, in, words) : std::string();
    return filled(
        words, chart_template(chart, words),
        {{"lead", lead_of(s, words)},
         {"name", spoken_name_of(*s.of, words)},
         {"value", spoken_value(shown, s.value, decimals, in)},
         {"range", range},
         {"signal", chart.why ? filled(words, signal_template(*chart.why, words), {{"range", range}}) : std::string()},
         {"periods", people_count(static_cast<double>(chart.periods), in.say)}});
}

std::string_view still_template(const statement& s, const sentence_words& words) {
    const std::string_view usual[] = {words.usual_metrics, words.usual_groups};
    const std::string_view still[] = {words.still_metrics, words.still_groups};
    const std::string_view alike[] = {words.alike_metrics, words.alike_groups};
    const std::size_t at = s.is == statement::about::still_groups ? 1 : 0;
    return (s.chart ? usual : s.against == against_what::side ? alike : still)[at];
}

std::string still_sentence(const statement& s, const sentence_words& words) {
    const bool is_named = !s.before_name.empty() && s.against != against_what::file;
    return filled(words, still_template(s, words),
                  {{"lead", lead_of(s, words)},
                   {"name", s.of == nullptr ? std::string() : spoken_name_of(*s.of, words)},
                   {"judged", people_count(static_cast<double>(s.judged), words.say)},
                   {"since", is_named ? filled(words, words.since, {{"period", shown(words.say.period(s.before_name))}})
                                      : std::string()}});
}

}  // namespace

std::string sentence_of(const statement& s, const notation& in, const sentence_words& words) {
    return s.is != statement::about::figure ? still_sentence(s, words)
           : s.chart                        ? charted_sentence(s, in, words)
                                            : changed_figure(s, in, words);
}

std::vector<std::string> sentences_of(const std::vector<statement>& statements, const notation& in,
                                      const sentence_words& words) {
    std::vector<std::string> sentences;
    for (const statement& s : statements) {
        std::string one = sentence_of(s, in, words);
        if (!one.empty()) {
            sentences.push_back(std::move(one));
        }
    }
    return sentences;
}

}  // namespace cxm
