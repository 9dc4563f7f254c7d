#include "results/sample_size.hpp"

#include <cmath>

#include <fmt/format.h>

#include "run/command.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/metric_command.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "write/number/number_text.hpp"
#include "write/sample_answer.hpp"

namespace cxm {

namespace {

struct answer_writer {
    format form;
    std::string (*write)(const sample_question& q, const std::optional<sample_answer>& a, const output_settings& how);
};

constexpr answer_writer sample_writers[] = {
    {format::table, [](const sample_question& q, const std::optional<sample_answer>& a,
                       const output_settings& how) { return write_sample(q, a, how.drawn); }},
    {format::json, [](const sample_question& q, const std::optional<sample_answer>& a,
                      const output_settings&) { return sample_json(q, a); }},
};

/// The question, as texts until they are read for a metric.
struct question_flags {
    std::optional<std::string> margin = {};
    std::optional<std::string> expect = {};
    std::optional<std::string> from = {};
    std::optional<std::string> to = {};
    std::optional<std::string> per_group = {};
    std::optional<std::string> power = {};
    std::optional<std::string> level = {};
};

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

std::string raw_text(const std::optional<sample_answer>& a) {
    if (!a) {
        throw bad_input("", "no size would do; --raw has no number to print");
    }
    std::string text;
    switch (a->is) {
        case sample_answer_kind::visible_change: append_number(text, is_missing(a->to) ? a->change : a->to); break;
        case sample_answer_kind::power: append_number(text, a->power); break;
        default: append_count(text, a->n);
    }
    return text + "\n";
}

void add_flags(std::vector<flag>& to, question_flags& r, bool share) {
    constexpr const char* group = "Question";
    to.push_back(
        {"--margin", "MARGIN", "One group: the half-width wanted (5 points of NPS, 3pp of a share)", &r.margin, group});
    if (share) {
        to.push_back({"--expect", "SHARE", "For --margin: the share expected (50%, the worst case)", &r.expect, group});
    }
    to.push_back({"--from", "VALUE", "Two groups: the value of the one", &r.from, group});
    to.push_back({"--to", "VALUE", "Two groups: the value of the other", &r.to, group});
    to.push_back({"--per-group", "N", "Two groups: how many each has", &r.per_group, group});
    to.push_back({"--power", "CHANCE", "The chance to see the change if it is there (0.8)", &r.power, group});
    to.push_back({"--level", "LEVEL", "Confidence level (0.95, or 95%)", &r.level, group});
}

/// Reads the question for a metric; `counts` are those of an earlier survey, null where it takes none.
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

}  // namespace

int run_sample(const arguments& given, const streams& io) {
    question_flags question;
    metric_command about("sample", given);
    const bool net = about.of() != nullptr && is_net(*about.of());
    about.line.footer = "Examples:\n"
                        "  cxm sample nps --margin 5 --promoters 300 --passives 100 --detractors 100\n"
                        "  cxm sample csat --margin 3pp --expect 80%\n"
                        "  cxm sample conversion --from 10% --to 12% --power 0.8\n"
                        "  cxm sample conversion --from 4% --per-group 5000";
    add_flags(about.line.flags, question, !net);
    if (net) {
        about.add_measures();
    }
    about.add_raw();
    about.add_output(formats_in(sample_writers), {.money = false});
    const auto output = about.settle(io, can_plan);
    if (!output) {
        return 0;
    }
    const metric& m = *about.of();
    if (!can_plan(m)) {
        throw bad_usage(fmt::format(
            "cxm sample is for shares and nps; how much the single values behind {} differ is not known", m.key));
    }
    const sample_question q = settled(question, m, net ? &about.measures() : nullptr);
    const auto answer = answer_of(q);
    put(io, output->file, output->raw ? raw_text(answer) : writer_of(output->form, sample_writers)(q, answer, *output));
    return 0;
}

}  // namespace cxm
