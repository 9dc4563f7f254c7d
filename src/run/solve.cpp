#include <algorithm>

#include "run/command.hpp"
#include "run/metric_command.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
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

double target_of(const std::optional<std::string>& text, const metric& m) {
    if (!text) {
        throw bad_usage("cxm solve " + std::string(m.key) + " needs --target, the value to reach");
    }
    const auto target = parse_amount(*text);
    if (!target) {
        throw bad_usage("--target: " + quoted(*text) + " is no number; write 50, 5% or 0.05");
    }
    if (const std::string wrong = objection_to_level(m, *target); !wrong.empty()) {
        throw bad_usage("--target: " + wrong);
    }
    return target->number;
}

choices inputs_as_choices(const metric& m) {
    choices inputs;
    for (const measure* input : m.value.inputs()) {
        inputs.emplace_back(input->key, input->meaning);
    }
    return inputs;
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
        throw bad_usage("--vary: " + quoted(*text) + " is no measure of " + std::string(m.key) +
                        did_you_mean(key, keys) + "; one of " + listed(inputs_as_choices(m)));
    }
    return varied;
}

/// The only measure that was not given.
const measure& open_input(const metric& m, const std::vector<double>& inputs) {
    const measure* open = nullptr;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (!is_missing(input_value(m.value, inputs, i))) {
            continue;
        }
        if (open != nullptr) {
            open = nullptr;
            break;
        }
        open = m.value.inputs()[i];
    }
    if (open == nullptr) {
        throw bad_usage("cxm solve " + std::string(m.key) + " needs --vary, the measure to change: one of " +
                        listed(inputs_as_choices(m)));
    }
    return *open;
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
    metric_command about("solve", given);
    std::vector<flag>& flags = about.line.flags;
    about.line.footer =
        "Example:\n  cxm solve nps --target 50 --vary promoters --promoters 300 --passives 100 --detractors 100";
    flags.push_back({"--target", "VALUE", "The value to reach: 50, 5%, 0.05", &target_text, "Question"});
    flags.push_back({"--vary", "MEASURE", "The measure to change; the one that is not given", &vary, "Question",
                     about.of() == nullptr ? choices() : inputs_as_choices(*about.of())});
    about.add_measures();
    about.add_decimal();
    about.add_raw();
    about.add_output(formats_in(solve_writers));
    const auto output = about.settle(io);
    if (!output) {
        return 0;
    }
    const metric& m = *about.of();
    const double target = target_of(target_text, m);
    const measure* const named = varied_of(vary, m, about.measures());
    const std::vector<double> inputs = inputs_of_one(m, about.record_given({}, {}, io));
    const measure& varied = named != nullptr ? *named : open_input(m, inputs);
    about.require_inputs(inputs, &varied);
    const solved s = solve_backwards(m, inputs, varied, target);
    put(io, output->file, output->raw ? raw_text(s) : writer_of(output->form, solve_writers)(s, *output));
    return 0;
}

}  // namespace cxm
