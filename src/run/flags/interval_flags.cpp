#include "run/flags/interval_flags.hpp"

#include <algorithm>
#include <cmath>
#include <cxm/histogram.hpp>

#include <fmt/format.h>

#include "run/flags/scales.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

bool is_of_shares(const word_for<interval_method>& row) { return row.value.shares.has_value(); }
bool is_of_nets(const word_for<interval_method>& row) { return row.value.nets.has_value(); }

choices words_of_those(bool (*wanted)(const word_for<interval_method>&)) {
    choices words;
    for (const auto& row : interval_words) {
        if (wanted(row)) {
            words.emplace_back(row.word);
        }
    }
    return words;
}

/// Whether a metric can have it; one that has nothing to choose can have none.
bool fits(const word_for<interval_method>& row, const metric& m) {
    return is_net(m) ? is_of_nets(row) : m.shown == as::share && is_of_shares(row);
}

choices intervals_of(const metric& m) {
    return is_net(m) ? words_of_those(is_of_nets) : m.shown == as::share ? words_of_those(is_of_shares) : choices();
}

}  // namespace

namespace {

void add_interval_flag(std::vector<flag>& to, interval_flags& into, const std::string& help, const choices& words) {
    to.push_back({"--interval", "METHOD", help, &into.interval, "Intervals", words});
}

void add_level_flag(std::vector<flag>& to, interval_flags& into) {
    to.push_back({"--level", "LEVEL", "Confidence level of the intervals (0.95, or 95%)", &into.level, "Intervals"});
}

/// Of one metric, where they can say anything about it.
void add_other_flags(std::vector<flag>& to, interval_flags& into, const metric* of) {
    if (of == nullptr || of->shown == as::score || counts_answers(*of)) {
        to.push_back({"--scale", "[SCORE=]LOW..HIGH",
                      "The answers' scale for scores and histograms: 1..7, csat=1..10 (repeatable)", &into.scales,
                      "Intervals"});
    }
    if (of == nullptr || can_be_gross(*of)) {
        to.push_back({"--gross", "", "ROX without a group to compare with: counts also what would have happened anyway",
                      &into.gross, "Intervals"});
    }
}

}  // namespace

void add_flags(std::vector<flag>& to, interval_flags& into, const metric* of) {
    add_level_flag(to, into);
    add_interval_flag(
        to, into,
        "For shares: " + listed(words_of_those(is_of_shares)) + "; for NPS: " + listed(words_of_those(is_of_nets)),
        of == nullptr ? words_in(interval_words) : intervals_of(*of));
    if (of == nullptr || counts_answers(*of)) {
        to.push_back({"--population", "N", "Surveys: how many people there were to ask, where they are few",
                      &into.population, "Intervals"});
    }
    add_other_flags(to, into, of);
}

void add_flags_of_changes(std::vector<flag>& to, interval_flags& into) {
    const choices nets = words_of_those(is_of_nets);
    add_level_flag(to, into);
    add_interval_flag(to, into, "For NPS: " + listed(nets), nets);
    add_other_flags(to, into, nullptr);
}

double level_of(const std::string& text) {
    const bool percent = text.ends_with('%');
    const std::optional<double> number =
        parse_number(std::string_view(text).substr(0, text.size() - (percent ? 1 : 0)));
    const double level = number.value_or(0) / (percent ? 100 : 1);
    if (!number || !(level > 0 && level < 1)) {
        throw bad_usage("--level: " + quote_of(text) + " is not between 0 and 1; write 0.95 or 95%");
    }
    return level;
}

interval_settings settled(const interval_flags& given, const catalogue& known) {
    interval_settings settings;
    report_options& options = settings.options;
    if (given.level) {
        options.level = level_of(*given.level);
    }
    if (given.interval) {
        settings.asked = interval_words + place_of("--interval", *given.interval, words_in(interval_words));
        options.shares = settings.asked->value.shares.value_or(options.shares);
        options.nets = settings.asked->value.nets.value_or(options.nets);
    }
    if (given.population) {
        const std::optional<double> people = parse_number(*given.population);
        if (!people || *people < 1 || *people > largest_count || *people != std::floor(*people)) {
            throw bad_usage("--population: " + quote_of(*given.population) + " is no whole number above 0");
        }
        options.population = *people;
    }
    add_scales(options, given.scales, known);
    options.gross = given.gross;
    return settings;
}

void require_fit(const interval_settings& given, const std::vector<const metric*>& metrics) {
    require_one_usual_scale(given.options, metrics);
    if (!is_missing(given.options.population) && !metrics.empty() &&
        std::none_of(metrics.begin(), metrics.end(), [](const metric* m) { return counts_answers(*m); })) {
        throw bad_usage("--population is of surveys, and " + (metrics.size() == 1
                                                                  ? std::string(metrics.front()->key) + " is none"
                                                                  : "none is among the metrics"));
    }
    const auto is_possible = [&](const metric* m) { return fits(*given.asked, *m); };
    if (given.asked == nullptr || metrics.empty() || std::any_of(metrics.begin(), metrics.end(), is_possible)) {
        return;
    }
    const bool several = metrics.size() > 1;
    const choices own = several ? choices() : intervals_of(*metrics.front());
    throw bad_usage(fmt::format("--interval: {} is no interval of {}{}", given.asked->word,
                                several ? "any of the metrics" : metrics.front()->key,
                                own.empty() ? "" : "; it has " + listed(own)));
}

void require_fit_for_changes(const interval_settings& given, const std::vector<const metric*>& metrics) {
    require_one_usual_scale(given.options, metrics);
    if (given.asked != nullptr &&
        std::none_of(metrics.begin(), metrics.end(), [](const metric* m) { return is_net(*m); })) {
        throw bad_usage(fmt::format("--interval: {} is of a change of NPS, which is not compared here; how shares are "
                                    "compared is said by --method",
                                    given.asked->word));
    }
}

}  // namespace cxm
