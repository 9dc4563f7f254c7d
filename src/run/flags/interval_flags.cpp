#include "run/flags/interval_flags.hpp"

#include <algorithm>

#include <fmt/format.h>

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

answer_scale scale_of(const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto low = parse_number(std::string_view(text).substr(0, std::min(dots, text.size())));
    const auto high = dots == std::string::npos ? std::nullopt : parse_number(std::string_view(text).substr(dots + 2));
    if (!low || !high || !(*low < *high)) {
        throw bad_usage("--scale: " + quoted(text) + " is no scale; write 1..7");
    }
    return {*low, *high};
}

}  // namespace

void add_flags(std::vector<flag>& to, interval_flags& into, const metric* of) {
    to.push_back({"--level", "LEVEL", "Confidence level of the intervals (0.95, or 95%)", &into.level, "Intervals"});
    to.push_back(
        {"--interval", "METHOD",
         "For shares: " + listed(words_of_those(is_of_shares)) + "; for NPS: " + listed(words_of_those(is_of_nets)),
         &into.interval, "Intervals", of == nullptr ? words_in(interval_words) : intervals_of(*of)});
    to.push_back(
        {"--scale", "LOW..HIGH", "The answers' scale for scores and histograms (1..7)", &into.scale, "Intervals"});
    to.push_back(
        {"--gross", "", "ROX without a reference group; the result is not incremental", &into.gross, "Intervals"});
}

double level_of(const std::string& text) {
    const bool percent = text.ends_with('%');
    const std::optional<double> number =
        parse_number(std::string_view(text).substr(0, text.size() - (percent ? 1 : 0)));
    const double level = number.value_or(0) / (percent ? 100 : 1);
    if (!number || !(level > 0 && level < 1)) {
        throw bad_usage("--level: " + quoted(text) + " is not between 0 and 1; write 0.95 or 95%");
    }
    return level;
}

interval_settings settled(const interval_flags& given) {
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
    if (given.scale) {
        options.scale = scale_of(*given.scale);
        settings.own_scale = true;
    }
    options.gross = given.gross;
    return settings;
}

void require_interval_fits(const interval_settings& given, const std::vector<const metric*>& metrics) {
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

}  // namespace cxm
