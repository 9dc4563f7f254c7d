#include <fmt/format.h>

#include "results/few_answers.hpp"
#include "text/problem.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

/// The periods of one place, or of the first and the last of several.
std::string span_of(const trend& t, std::size_t first, std::size_t last, const wording& say) {
    const std::string begin = shown(say.period(t.places[first].period));
    return first == last ? begin : say("{}..{}", begin, shown(say.period(t.places[last].period)));
}

/// What periods stood out by: `above the upper limit (concern)`, `15 in a row better than the mean`.
std::string told_of_run(const trend& t, std::size_t first, std::size_t last, const wording& say) {
    const chart_signal& signal = t.chart.points[last].signals.front();
    const trend_verdict is = verdict_at(t, last);
    // Being on the good side is no improvement of anything.
    if (signal.by == signal_rule::shift && last > first) {
        return is == trend_verdict::improvement ? say("{} in a row better than the mean", last - first + 1)
                                                : say("{} in a row worse than the mean", last - first + 1);
    }
    return fmt::format("{} ({})", in_words(signal, say), say(name(is)));
}

}  // namespace

std::vector<std::string> earlier_signals(const trend& t, std::size_t last, const wording& say) {
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
                texts.push_back(span_of(t, first, at, say).append(say(": ")) + told_of_run(t, first, at, say));
            }
        }
        end = first;
    }
    return texts;
}

namespace {

/// Where limits come from, where they begin anew, and what widens them.
void add_limits(const trend& t, std::vector<std::string>& to, const wording& say) {
    if (t.lacks_baseline) {
        to.emplace_back(say("No period of it lies in the baseline: limits from all periods."));
    }
    for (const chart_phase& phase : t.chart.phases) {
        const std::string since = shown(say.period(t.places[phase.places.first].period));
        if (phase.places.first > 0) {
            to.push_back(say("Limits begin anew at {}.", since));
        }
        if (phase.basis != phase.places) {
            to.push_back(say("Limits from {} alone.", span_of(t, phase.basis.first, phase.basis.end - 1, say)));
        }
        if (phase.by_laney && phase.periods >= control_chart::least_periods) {
            const std::string times = say.number(fmt::format("{:.1f}", phase.sigma_z));
            const std::string_view chart = t.kind == chart_kind::p ? "p" : "u";
            to.push_back(t.chart.phases.size() == 1
                             ? say("Limits widened {} times: with counts this large, tiny differences would be flagged "
                                   "(Laney's {}').",
                                   times, chart)
                             : say("From {} on limits widened {} times: with counts this large, tiny differences would "
                                   "be flagged (Laney's {}').",
                                   since, times, chart));
        }
    }
}

/// Stretches of places whose values rest on few answers, with their limits none the wiser.
void add_few_answers(const report& of, const trend& t, std::vector<std::string>& to, const wording& say) {
    std::string spans;
    for (std::size_t first = 0, end = 0; first < t.places.size(); first = end) {
        const auto is_few = [&](std::size_t i) { return has_few_answers(of, t, t.places[i]); };
        end = first + 1;
        while (is_few(first) && end < t.places.size() && is_few(end)) {
            ++end;
        }
        if (is_few(first)) {
            spans += (spans.empty() ? "" : ", ") + span_of(t, first, end - 1, say);
        }
    }
    if (!spans.empty()) {
        to.push_back(fmt::format("{}{}{}.", spans, say(": "), say(few_answers)));
    }
}

}  // namespace

std::vector<std::string> remarks(const report& of, const trend& t, const notation& in) {
    const wording& say = in.say;
    std::vector<std::string> texts;
    if (t.chart.trial) {
        texts.push_back(say("Only {} periods: verdicts are provisional until there are {}.",
                            t.chart.phases.back().periods, control_chart::settled_periods));
    }
    if (limits_span_all(t)) {
        texts.push_back(say("The limits leave out nothing: {}.", say(joins_answers)));
    }
    add_limits(t, texts, say);
    add_few_answers(of, t, texts, say);
    constexpr std::size_t most_told = 4;
    std::size_t gaps = 0;
    for (std::size_t first = 0, end = 0; first < t.places.size(); first = end) {
        const trend_place& place = t.places[first];
        const std::string why = why_no_value(of, t, place, say);
        end = first + 1;
        if (place.is == place_kind::partial) {
            texts.push_back(say("{} is not complete ({}): drawn, but not counted.", shown(say.period(place.period)),
                                trend_value(t, place.value, in)));
        }
        if (why.empty()) {
            continue;
        }
        while (end < t.places.size() && why_no_value(of, t, t.places[end], say) == why) {
            ++end;
        }
        if (++gaps <= most_told) {
            texts.push_back(say("A gap at {}: {}.", span_of(t, first, end - 1, say), why));
        }
    }
    if (gaps > most_told) {
        texts.push_back(say("And {} more gaps; --format csv shows all.", gaps - most_told));
    }
    return texts;
}

}  // namespace cxm
