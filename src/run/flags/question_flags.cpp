#include "run/flags/question_flags.hpp"

#include <cmath>

#include <cxm/interval/net.hpp>

#include <fmt/format.h>

#include "run/flags/interval_flags.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

amount read_amount(std::string_view flag, const std::string& text) {
    const auto number = parse_amount(text);
    if (!number) {
        throw bad_usage(fmt::format("{}: {} is no number{}", flag, quote_of(text), digit_lacking(text)));
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
            "--margin: {} is no margin of {}; write {}", quote_of(*text), m.key,
            most == 1 ? fmt::format("{}pp, between 0pp and 100pp", shown(*text)) : "points between 0 and 100"));
    }
    return number.number;
}

/// A chance between 0 and 1: 0.8 or 80%.
double chance_of(std::string_view flag, const std::string& text) {
    const amount number = read_amount(flag, text);
    if (number.in == amount::unit::points || !(number.number > 0 && number.number < 1)) {
        throw bad_usage(fmt::format("{}: {} is not between 0 and 1; write 0.8 or 80%", flag, quote_of(text)));
    }
    return number.number;
}

double whole_count(std::string_view flag, std::string_view text) {
    const auto count = parse_number(text);
    if (!count || *count < 1 || *count != std::floor(*count)) {
        throw bad_usage(fmt::format("{}: {} is no whole number above 0", flag, quote_of(text)));
    }
    return *count;
}

double ratio_part(std::string_view flag, std::string_view text) {
    const auto part = parse_number(text);
    if (!part || !(*part > 0)) {
        throw bad_usage(fmt::format("{}: {} is no ratio of sizes; write 3:1", flag, quote_of(text)));
    }
    return *part;
}

double variance_of_text(std::string_view flag, std::string_view text) {
    const auto variance = parse_number(text);
    if (!variance || !(*variance >= 0 && *variance <= 1)) {
        throw bad_usage(
            fmt::format("{}: {} is no variance of an answer, which lies between 0 and 1", flag, quote_of(text)));
    }
    return *variance;
}

/// Reads `A:B`, or one number that holds for both groups.
std::optional<of_groups> pair_of(std::string_view flag, const std::optional<std::string>& text,
                                 double (*read)(std::string_view flag, std::string_view text)) {
    if (!text) {
        return std::nullopt;
    }
    const std::string_view whole = *text;
    const std::size_t colon = whole.find(':');
    const double first = read(flag, whole.substr(0, colon));
    return of_groups{first, colon == whole.npos ? first : read(flag, whole.substr(colon + 1))};
}

std::optional<of_groups> ratio_of(const std::optional<std::string>& text) {
    if (text && text->find(':') == text->npos) {
        throw bad_usage("--ratio: " + quote_of(*text) + " is no ratio of sizes; write 3:1");
    }
    return pair_of("--ratio", text, ratio_part);
}

/// How much answers vary: what is said of one, or the variance of one in an earlier survey, as NPS counts it.
std::optional<of_groups> variances_of(const metric& m, const question_flags& given, const measure_flags& counts) {
    if (given.variance && given.margin && given.variance->find(':') != given.variance->npos) {
        throw bad_usage("--variance: with --margin there is one group, and so one variance");
    }
    if (given.variance && counts.given()) {
        throw bad_usage("--variance and the counts of an earlier survey say the same thing; give one");
    }
    if (!counts.given()) {
        return pair_of("--variance", given.variance, variance_of_text);
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
    const double variance = net_variance(in_favour / n, against / n);
    return of_groups{variance, variance};
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
    to.push_back(
        {"--per-group", "N[:M]", "Two groups: how many each has, or the one and the other", &into.per_group, group});
    to.push_back({"--ratio", "A:B", "Two groups: the size of the one to that of the other (1:1)", &into.ratio, group});
    if (!share) {
        to.push_back({"--variance", "V[:W]", "How much one answer varies, 0 to 1 (1, the worst case), in each group",
                      &into.variance, group});
    }
    to.push_back({"--population", "N", "For --margin: how many people there are to ask", &into.population, group});
    to.push_back({"--power", "CHANCE", "The chance to see the change if it is there (0.8)", &into.power, group});
    to.push_back({"--level", "LEVEL", "Confidence level (0.95, or 95%)", &into.level, group});
}

sample_question settled(const question_flags& given, const metric& m, const measure_flags* counts) {
    sample_question q{&m,
                      margin_of(m, given.margin),
                      value_of(m, "--from", given.from),
                      value_of(m, "--to", given.to),
                      pair_of("--per-group", given.per_group, whole_count),
                      value_of(m, "--expect", given.expect),
                      counts != nullptr ? variances_of(m, given, *counts) : std::nullopt};
    q.ratio = ratio_of(given.ratio);
    if (given.population) {
        q.population = whole_count("--population", *given.population);
    }
    q.power = given.power ? chance_of("--power", *given.power) : q.power;
    q.level = given.level ? level_of(*given.level) : q.level;
    if (q.expected && !q.margin) {
        throw bad_usage("--expect goes with --margin");
    }
    return q;
}

}  // namespace cxm
