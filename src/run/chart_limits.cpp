#include "run/chart_limits.hpp"

#include <algorithm>
#include <charconv>

#include <cxm/period.hpp>
#include <cxm/trend.hpp>

#include <fmt/format.h>

#include "text/problem.hpp"
#include "values/calendar_words.hpp"

namespace cxm {

namespace {

const choices comparisons = {{"last-year", "Test each period against the same one a year before"}};

period required_period(std::string_view flag_name, const std::string& text, std::string_view example) {
    const auto named = calendar_period(text);
    if (!named) {
        throw bad_usage(fmt::format("{}: {} is no period; write {}", flag_name, quote_of(text), example));
    }
    return *named;
}

/// So many periods, four digits being a year; 0 for what is no such number.
std::size_t count_of(const std::string& text) {
    std::size_t count = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), count);
    return failed == std::errc() && end == text.data() + text.size() && text.size() < 4 ? count : 0;
}

trend_baseline baseline_of(const std::string& text) {
    constexpr std::string_view example = "12 for the first 12 periods, 2023, or 2023-01..2023-12";
    trend_baseline wanted{text};
    wanted.periods = count_of(text);
    if (wanted.periods > 0) {
        if (wanted.periods < control_chart::least_periods) {
            throw bad_usage(fmt::format("--baseline {}: limits take at least {} periods", wanted.periods,
                                        control_chart::least_periods));
        }
        return wanted;
    }
    const std::size_t dots = text.find("..");
    wanted.first = required_period("--baseline", text.substr(0, dots), example).first;
    wanted.last = required_period("--baseline", dots == std::string::npos ? text : text.substr(dots + 2), example).last;
    if (wanted.last < wanted.first) {
        throw bad_usage("--baseline " + shown(text) + " ends before it begins");
    }
    return wanted;
}

}  // namespace

void add_flags(std::vector<flag>& to, chart_flags& into) {
    to.push_back({"--baseline", "N|PERIOD", "Limits from the first N periods, or from those of PERIOD, alone",
                  &into.baseline, "Limits"});
    to.push_back({"--rebase", "PERIOD", "Limits anew from this period on, after a known change (repeatable)",
                  &into.rebase, "Limits"});
    to.push_back({"--against", "WHAT", "last-year: test each period against the same one a year before", &into.against,
                  "Limits", comparisons});
}

trend_options settled(const chart_flags& given) {
    trend_options options;
    if (given.baseline) {
        options.baseline = baseline_of(*given.baseline);
    }
    for (const std::string& text : given.rebase) {
        const std::string from = as_period(text);
        if (!parse_period(from)) {
            throw bad_usage("--rebase: there is no period " + quote_of(text) + "; write 2024-04");
        }
        if (std::find(options.rebased.begin(), options.rebased.end(), from) != options.rebased.end()) {
            throw bad_usage("--rebase " + shown(text) + " is given twice; keep one");
        }
        options.rebased.push_back(from);
    }
    if (given.against) {
        place_of("--against", *given.against, comparisons);
        options.against_last_year = true;
    }
    return options;
}

}  // namespace cxm
