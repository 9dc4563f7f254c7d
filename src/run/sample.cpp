#include "results/sample_size.hpp"

#include <fmt/format.h>

#include "run/command.hpp"
#include "run/flags/question_flags.hpp"
#include "run/metric_command.hpp"
#include "text/problem.hpp"
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

std::string raw_text(const sample_question& q, const std::optional<sample_answer>& a) {
    if (!a) {
        throw bad_input("", std::string(nothing_varies(q) ? "how answers differ is not known" : "no size would do") +
                                "; --raw has no number to print");
    }
    if (a->is == sample_answer_kind::size_per_group && q.ratio && is_missing(a->n)) {
        throw bad_usage("--raw prints one number, and groups of --ratio have two; --json has both");
    }
    std::string text;
    switch (a->is) {
        case sample_answer_kind::visible_change: append_number(text, is_missing(a->to) ? a->change : a->to); break;
        case sample_answer_kind::power: append_number(text, a->power); break;
        default: append_count(text, a->n);
    }
    return text + "\n";
}

}  // namespace

int run_sample(const arguments& given, const streams& io) {
    question_flags question;
    metric_command about("sample", given);
    const bool net = about.of() != nullptr && is_net(*about.of());
    add_flags(about.line.flags, question, !net);
    if (net) {
        about.add_measures();
    }
    about.add_raw();
    about.add_output(formats_in(sample_writers), {.money = false, .words = true});
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
    put(io, output->file,
        output->raw ? raw_text(q, answer) : writer_of(output->form, sample_writers)(q, answer, *output));
    return 0;
}

}  // namespace cxm
