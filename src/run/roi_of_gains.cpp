#include "run/roi_of_gains.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <cxm/metrics/value.hpp>

#include "results/gain_parts.hpp"
#include "run/flags/output_flags.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "write/gain_text.hpp"
#include "write/number/number_text.hpp"

namespace cxm {

namespace {

struct gains_writer {
    format form;
    std::string (*write)(const return_of_gains& r, const output_settings& how);
};

constexpr gains_writer gains_writers[] = {
    {format::table, [](const return_of_gains& r,
                       const output_settings& how) { return write_gains(r, how.shown_currency(), how.drawn); }},
    {format::json,
     [](const return_of_gains& r, const output_settings& how) { return gains_json(r, how.shown_currency()); }},
    {format::csv, [](const return_of_gains& r, const output_settings& how) { return gains_csv(r, how.texts); }},
    {format::markdown,
     [](const return_of_gains& r, const output_settings& how) {
         return gains_markdown(r, how.shown_currency(), how.drawn.say);
     }},
};

double amount_in(const std::string& text, std::string_view part) {
    const auto amount = parse_number(part);
    if (!amount) {
        throw bad_usage(
            fmt::format("--gain {}: {} is no amount; write support=12000:9000..15000", quote_of(text), quote_of(part)));
    }
    return *amount;
}

/// Reads `support=12000` or `support=12000:9000..15000`.
named_gain gain_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string name(trimmed(std::string_view(text).substr(0, std::min(equals, text.size()))));
    if (equals == text.npos || name.empty()) {
        throw bad_usage("--gain " + quote_of(text) + ": where one gain has a name, all have; write support=12000");
    }
    const std::string_view amounts = std::string_view(text).substr(equals + 1);
    const std::size_t colon = amounts.find(':');
    const double value = amount_in(text, amounts.substr(0, colon));
    named_gain gain{name, {value, value, value}};
    if (colon != amounts.npos) {
        const std::string_view range = amounts.substr(colon + 1);
        const std::size_t dots = range.find("..");
        if (dots == range.npos) {
            throw bad_usage("--gain " + quote_of(text) + ": a range has two ends; write 12000:9000..15000");
        }
        gain.of.low = amount_in(text, range.substr(0, dots));
        gain.of.high = amount_in(text, range.substr(dots + 2));
    }
    if (!(gain.of.low <= value && value <= gain.of.high)) {
        throw bad_usage("--gain " + quote_of(text) + ": the value lies outside its range");
    }
    if (!std::isfinite(gain.of.high - gain.of.low)) {
        throw bad_usage("--gain " + quote_of(text) + ": the range is too wide for a number");
    }
    return gain;
}

std::vector<named_gain> gains_of(const std::vector<std::string>& texts) {
    std::vector<named_gain> gains;
    for (const std::string& text : texts) {
        named_gain gain = gain_of(text);
        if (std::any_of(gains.begin(), gains.end(), [&](const named_gain& g) { return is_named(g, gain.name); })) {
            throw bad_usage("--gain: " + quote_of(gain.name) + " is given twice");
        }
        gains.push_back(std::move(gain));
    }
    if (const std::string overlap = overlap_of(gains); !overlap.empty()) {
        throw bad_usage("--gain: " + overlap);
    }
    return gains;
}

double cost_of(const std::optional<std::string>& text) {
    if (!text) {
        throw bad_usage("cxm roi needs --cost");
    }
    const auto cost = parse_number(*text);
    if (!cost || *cost < 0) {
        throw bad_usage("--cost: " + quote_of(*text) + " is no amount of 0 or more");
    }
    return *cost;
}

std::string bare_return(const return_of_gains& r) {
    if (!r.roi) {
        throw bad_input("", std::string(why_no_return) + "; --raw has no number to print");
    }
    std::string text;
    append_number(text, r.roi->roi);
    return text + "\n";
}

}  // namespace

bool names_gains(const arguments& given) {
    constexpr std::string_view flag = "--gain";
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string_view value = given[i] == flag && i + 1 < given.size() ? std::string_view(given[i + 1])
                                       : given[i].starts_with("--gain=")        ? std::string_view(given[i]).substr(7)
                                                                                : std::string_view();
        if (value.find('=') != value.npos) {
            return true;
        }
    }
    return false;
}

int run_roi_of_gains(const arguments& given, const streams& io) {
    std::vector<std::string> gains;
    std::optional<std::string> spent;
    output_flags output_texts;
    const choices formats = formats_in(gains_writers);
    command_line line{"cxm roi", std::string(roi.title) + ": " + std::string(roi.meaning)};
    line.examples = "cxm roi --gain support=12000:9000..15000 --gain churn_avoided=30000:8000..52000 --cost 25000";
    line.flags = {{"--gain", "NAME=VALUE[:LOW..HIGH]", "A gain and its range (repeatable)", &gains, "Measures"},
                  {"--cost", "MONEY", std::string(cost.meaning), &spent, "Measures"},
                  raw_flag(output_texts)};
    add_flags(line.flags, output_texts, formats, {.words = true});
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(output_texts, line, formats, io);
    const return_of_gains r = return_of(gains_of(gains), cost_of(spent));
    if (!std::isfinite(r.gain) || (r.roi && !std::isfinite(r.roi->limits.high - r.roi->limits.low))) {
        throw bad_usage("--gain: what the gains come to is too large for a number");
    }
    put_as(io, output, output.raw ? bare_return(r) : writer_of(output.form, gains_writers)(r, output));
    return 0;
}

}  // namespace cxm
