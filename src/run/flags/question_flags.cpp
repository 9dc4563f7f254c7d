#include "run/flags/question_flags.hpp"

#include <cmath>

#include <fmt/format.h>

#include "run/flags/interval_flags.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"

namespace cxm {

namespace {

amount read_amount(std::string_view flag, const std::string& text) {
    const auto number = parse_amount(text);
    if (!number) {
        throw bad_usage(fmt::format("{}: {} is no number", flag, quoted(text)));
    }
    return *number;
}

/// A value of the metric: 10%, 0.1; 35 for NPS.
std::optional<double> value_of(const metric& m, std::string_view flag, const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    const amount number = read_amount(flag, *text);
    if (const std::string wrong = objection_to_level(m, number); !wrong.empty()) {
        throw bad_usage(fmt::format("{}: {}", flag, wrong));
    }
    if (is_net(m) && std::fabs(number.number) > (m.shown == as::points ? 100 : 1)) {
        throw bad_usage(fmt::format("{}: {} is no value of {}", flag, quoted(*text), m.key));
    }
    return number.number;
}

/// A half-width: percentage points for shares, where 3pp and 3% mean the same; points for NPS.
std::optional<double> margin_of(const metric& m, const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    const amount number = read_amount("--margin", *text);
    const double most = m.shown == as::points ? 100 : 1;
    if (m.shown == as::points && number.in != amount::unit::none) {
        throw bad_usage(fmt::format("--margin: {} is in points; write the bare number", m.key));
    }
    if (!(number.number > 0 && number.number < most)) {
        throw bad_usage(fmt::format(
            "--margin: {} is no margin of {}; write {}", quoted(*text), m.key,
            most == 1 ? fmt::format("{}pp, between 0pp and 100pp", shown(*text)) : "points between 0 and 100"));
    }
    return number.number;
}

/// A chance between 0 and 1: 0.8 or 80%.
double chance_of(std::string_view flag, const std::string& text) {
    const amount number = read_amount(flag, text);
    if (number.in == amount::unit::points || !(number.number > 0 && number.number < 1)) {
        throw bad_usage(fmt::format("{}: {} is not between 0 and 1; write 0.8 or 80%", flag, quoted(text)));
    }
    return number.number;
}

std::optional<double> group_of(const std::optional<std::string>& text) {
    if (!text) {
        return std::nullopt;
    }
    const amount number = read_amount("--per-group", *text);
    if (number.in != amount::unit::none || number.number < 1 || number.number != std::floor(number.number)) {
        throw bad_usage("--per-group: " + quoted(*text) + " is no whole number above 0");
    }
    return number.number;
}

/// How much the answers of an earlier survey vary: the variance of one, as NPS counts it.
std::optional<double> variance_of(const metric& m, const measure_flags& counts) {
    if (!counts.given()) {
        return std::nullopt;
    }
    if (const std::string lacking = counts.lacking(); !lacking.empty()) {
        throw bad_usage("the answers of an earlier survey lack " + lacking);
    }
    const records one = counts.read({}, '.');
    const double in_favour = one.find(*m.net[0])->values[0];
    const double against = one.find(*m.net[2])->values[0];
    const double n = in_favour + one.find(*m.net[1])->values[0] + against;
    if (n == 0) {
        throw bad_usage("an earlier survey without answers says nothing; leave its counts out for the worst case");
    }
    const double net = (in_favour - against) / n;
    return (in_favour + against) / n - net * net;
}

}  // namespace

void add_flags(std::vector<flag>& to, question_flags& into, bool share) {
    constexpr const char* group = "Question";
    to.push_back({"--margin", "MARGIN", "One group: the half-width wanted (5 points of NPS, 3pp of a share)",
                  &into.margin, group});
    if (share) {
        to.push_back(
            {"--expect", "SHARE", "For --margin: the share expected (50%, the worst case)", &into.expect, group});
    }
    to.push_back({"--from", "VALUE", "Two groups: the value of the one", &into.from, group});
    to.push_back({"--to", "VALUE", "Two groups: the value of the other", &into.to, group});
    to.push_back({"--per-group", "N", "Two groups: how many each has", &into.per_group, group});
    to.push_back({"--power", "CHANCE", "The chance to see the change if it is there (0.8)", &into.power, group});
    to.push_back({"--level", "LEVEL", "Confidence level (0.95, or 95%)", &into.level, group});
}

sample_question settled(const question_flags& given, const metric& m, const measure_flags* counts) {
    sample_question q{&m,
                      margin_of(m, given.margin),
                      value_of(m, "--from", given.from),
                      value_of(m, "--to", given.to),
                      group_of(given.per_group),
                      value_of(m, "--expect", given.expect),
                      counts != nullptr ? variance_of(m, *counts) : std::nullopt};
    q.power = given.power ? chance_of("--power", *given.power) : q.power;
    q.level = given.level ? level_of(*given.level) : q.level;
    if (q.expected && !q.margin) {
        throw bad_usage("--expect goes with --margin");
    }
    return q;
}

}  // namespace cxm
