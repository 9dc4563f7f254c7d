#include <algorithm>
#include <span>

#include "run/command.hpp"
#include "run/compare_request.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "write/adjusted.hpp"

namespace cxm {

namespace {

struct adjusted_writer {
    format form;
    std::string (*write)(const adjusted_list& of, const output_settings& how);
};

constexpr adjusted_writer adjust_writers[] = {
    {format::table, [](const adjusted_list& of, const output_settings& how) { return write_adjusted(of, how.drawn); }},
    {format::json, [](const adjusted_list& of, const output_settings&) { return adjusted_json(of); }},
    {format::csv, [](const adjusted_list& of, const output_settings& how) { return adjusted_csv(of, how.texts); }},
    {format::markdown,
     [](const adjusted_list& of, const output_settings& how) { return adjusted_markdown(of, how.drawn.say); }},
};

/// All but none, for which there is nothing to do.
constexpr std::span methods_of_adjusting = std::span(adjustment_words).first<2>();

/// Reads `0.01` or `NAME=0.01`.
void add_p(adjusted_list& to, const std::string& text) {
    const std::size_t equals = text.rfind('=');
    const auto p = parse_amount(equals == text.npos ? text : text.substr(equals + 1));
    if (!p || p->in == amount::unit::points || !(p->number >= 0 && p->number <= 1)) {
        throw bad_usage(quote_of(text) + " is no p-value, which lies between 0 and 1; write 0.01 or NAME=0.01");
    }
    to.p.push_back(p->number);
    to.names.push_back(equals == text.npos ? "" : text.substr(0, equals));
}

adjusted_list list_of(const std::vector<std::string>& texts) {
    if (texts.empty()) {
        throw bad_usage("cxm adjust needs p-values: cxm adjust 0.01 0.04 0.03");
    }
    adjusted_list all;
    for (const std::string& text : texts) {
        add_p(all, text);
    }
    if (std::all_of(all.names.begin(), all.names.end(), [](const std::string& name) { return name.empty(); })) {
        all.names.clear();
    }
    return all;
}

}  // namespace

int run_adjust(const arguments& given, const streams& io) {
    std::vector<std::string> texts;
    std::optional<std::string> method;
    std::optional<std::string> level;
    output_flags output_texts;
    const choices methods = words_in(methods_of_adjusting);
    const choices formats = formats_in(adjust_writers);
    command_line line = line_for("adjust");
    line.operands_name = "P";
    line.operands_help = "p-values of tests made at once: 0.01, or with a name nps=0.01";
    line.operands = &texts;
    line.flags = {
        {"--method", "NAME", either(methods) + "; holm bounds the chance of any false alarm", &method, "Question",
         methods},
        {"--level", "LEVEL", "How sure to be before a number counts as clear (0.95, or 95%)", &level, "Question"}};
    add_flags(line.flags, output_texts, formats, {.money = false, .words = true});
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(output_texts, line, formats, io);
    adjusted_list all = list_of(texts);
    all.options.adjust = method ? value_of("--method", *method, methods_of_adjusting) : adjustment::holm;
    all.options.level = level ? level_of(*level) : all.options.level;
    all.adjusted = adjusted(all.p, all.options).p;
    put_as(io, output, writer_of(output.form, adjust_writers)(all, output));
    return 0;
}

}  // namespace cxm
