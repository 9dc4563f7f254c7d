#include <algorithm>
#include <span>
#include <vector>

#include "run/command.hpp"
#include "run/flags/scales.hpp"
#include "run/metric_command.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "values/number.hpp"
#include "write/number/number_text.hpp"
#include "write/solution.hpp"

namespace cxm {

namespace {

struct solution_writer {
    format form;
    std::string (*write)(const solved& s, const output_settings& how);
};

constexpr solution_writer solve_writers[] = {
    {format::table,
     [](const solved& s, const output_settings& how) { return write_solution(s, how.shown_currency(), how.drawn); }},
    {format::json, [](const solved& s, const output_settings&) { return solution_json(s); }},
};

double target_of(const std::optional<std::string>& text, const metric& m, const report_options& options) {
    if (!text) {
        throw bad_usage("cxm solve " + std::string(m.key) + " needs --target, the value to reach");
    }
    const auto target = parse_amount(*text);
    if (!target) {
        const std::string lacking = digit_lacking(*text);
        throw bad_usage("--target: " + quote_of(*text) + " is no number" +
                        (lacking.empty() ? "; write 50, 5% or 0.05" : lacking));
    }
    if (const std::string wrong = objection_to_level(m, *target); !wrong.empty()) {
        throw bad_usage("--target: " + wrong);
    }
    const std::string beyond = objection_to_mean(m, target->number, scale_of_answers(m, options));
    if (!beyond.empty()) {
        throw bad_usage("--target: " + beyond + "; --scale says another");
    }
    return target->number;
}

choices as_choices(std::span<const measure* const> measures) {
    choices words;
    for (const measure* each : measures) {
        words.emplace_back(each->key, each->meaning);
    }
    return words;
}

/// The measure of a key or flag; null without one.
const measure* varied_of(const std::optional<std::string>& text, const metric& m, const measure_flags& flags) {
    if (!text) {
        return nullptr;
    }
    const measure* const varied = flags.named(*text);
    const auto inputs = m.value.inputs();
    if (std::find(inputs.begin(), inputs.end(), varied) == inputs.end()) {
        std::vector<std::string_view> keys;
        for (const measure* input : inputs) {
            keys.push_back(input->key);
        }
        std::string key = *text;
        std::replace(key.begin(), key.end(), '-', '_');
        throw bad_usage("--vary: " + quote_of(*text) + " is no measure of " + std::string(m.key) +
                        did_you_mean(key, keys) + "; one of " + listed(as_choices(m.value.inputs())));
    }
    return varied;
}

/// Whether people can bring about another value: not what a share is of, nor how many there were at the start.
bool can_change(const measure& input, const metric& m) {
    const bool is_whole = m.within != nullptr && input == *m.within;
    return !is_whole && input.joins != over_time::opening;
}

/// The only measure that was not given; else the only one that can change.
const measure& open_input(const metric& m, const std::vector<double>& inputs) {
    std::vector<const measure*> open;
    std::vector<const measure*> changing;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const measure* const input = m.value.inputs()[i];
        if (is_missing(input_value(m.value, inputs, i))) {
            open.push_back(input);
        }
        if (can_change(*input, m)) {
            changing.push_back(input);
        }
    }
    if (open.size() == 1) {
        return *open.front();
    }
    if (changing.size() != 1) {
        throw bad_usage(
            "cxm solve " + std::string(m.key) + " needs --vary, the measure to change: one of " +
            listed(as_choices(changing.empty() ? m.value.inputs() : std::span<const measure* const>(changing))));
    }
    return *changing.front();
}

std::string raw_text(const solved& s) {
    if (!s.answer.reached) {
        throw bad_input(
            "", "the target is unreachable by " + std::string(s.varied->key) + "; --raw has no number to print");
    }
    std::string text;
    append_number(text, s.answer.input);
    return text + "\n";
}

}  // namespace

int run_solve(const arguments& given, const streams& io) {
    std::optional<std::string> target_text;
    std::optional<std::string> vary;
    std::vector<std::string> scales;
    metric_command about("solve", given);
    std::vector<flag>& flags = about.line.flags;
    flags.push_back({"--target", "VALUE", "The value to reach: 50, 5%, 0.05", &target_text, "Question"});
    flags.push_back({"--vary", "MEASURE", "The measure to change (the only one that is not given, or that can change)",
                     &vary, "Question", about.of() == nullptr ? choices() : as_choices(about.of()->value.inputs())});
    if (about.of() == nullptr || about.of()->shown == as::score) {
        flags.push_back({"--scale", "LOW..HIGH", "The scale of the answers", &scales, "Question"});
    }
    about.add_measures();
    about.add_decimal();
    about.add_raw();
    about.add_output(formats_in(solve_writers), {.words = true});
    const auto output = about.settle(io);
    if (!output) {
        return 0;
    }
    const metric& m = *about.of();
    report_options options;
    add_scales(options, scales, about.known());
    const double target = target_of(target_text, m, options);
    const measure* const named = varied_of(vary, m, about.measures());
    const std::vector<double> inputs = inputs_of_one(m, about.record_given(options, {}, io));
    const measure& varied = named != nullptr ? *named : open_input(m, inputs);
    about.require_inputs(inputs, &varied);
    const solved s = solve_backwards(m, inputs, varied, target);
    put(io, output->file, output->raw ? raw_text(s) : writer_of(output->form, solve_writers)(s, *output));
    return 0;
}

}  // namespace cxm
