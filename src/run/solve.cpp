#include <algorithm>

#include "intake/reconciler.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/metric_operand.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/amount.hpp"
#include "write/number/number_text.hpp"
#include "write/solution.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json"};

struct request {
    std::optional<std::string> target;
    std::optional<std::string> vary;
    bool raw = false;
    output_flags output;
    std::optional<std::string> decimal;
    std::vector<std::string> metric_files;
};

double target_of(const request& r, const metric& m) {
    if (!r.target) {
        throw bad_usage("cxm solve " + std::string(m.key) + " needs --target, the value to reach");
    }
    const auto target = parse_amount(*r.target);
    if (!target) {
        throw bad_usage("--target: " + quoted(*r.target) + " is no number; write 50, 5% or 0.05");
    }
    if (const std::string wrong = objection_to_level(m, *target); !wrong.empty()) {
        throw bad_usage("--target: " + wrong);
    }
    return target->number;
}

std::vector<choice> choices_of(const metric& m) {
    std::vector<choice> all;
    for (const measure* input : m.value.inputs()) {
        all.emplace_back(input->key, input->meaning);
    }
    return all;
}

/// The measure that --vary names, as key or flag; without it the only one that was not given.
const measure& varied_of(const request& r, const metric& m, const std::vector<double>& inputs) {
    const auto all = m.value.inputs();
    if (!r.vary) {
        const auto open = [&](const measure* of) {
            const auto i = static_cast<std::size_t>(std::find(all.begin(), all.end(), of) - all.begin());
            return is_missing(input_value(m.value, inputs, i));
        };
        if (std::count_if(all.begin(), all.end(), open) != 1) {
            throw bad_usage("cxm solve " + std::string(m.key) + " needs --vary, the measure to change: one of " +
                            listed(choices_of(m)));
        }
        return **std::find_if(all.begin(), all.end(), open);
    }
    std::string key = *r.vary;
    std::replace(key.begin(), key.end(), '-', '_');
    std::vector<std::string_view> keys;
    for (const measure* input : all) {
        keys.push_back(input->key);
        if (input->key == key || input->key == "customers_" + key) {
            return *input;
        }
    }
    throw bad_usage("--vary: " + quoted(*r.vary) + " is no measure of " + std::string(m.key) + did_you_mean(key, keys) +
                    "; one of " + listed(choices_of(m)));
}

std::string text_of(const solved& s, const request& r, const streams& io) {
    if (r.raw) {
        if (!s.answer.reached) {
            throw bad_input(
                "", "the target is unreachable by " + std::string(s.varied->key) + "; --raw has no number to print");
        }
        std::string text;
        append_number(text, s.answer.input);
        return text + "\n";
    }
    if (format_of(r.output, formats) == format::json) {
        return solution_json(s);
    }
    return write_solution(s, r.output.currency.value_or(""), look_of(r.output, io));
}

}  // namespace

int run_solve(const arguments& given, const streams& io) {
    const metric_operand operand(given);
    const metric* const m = operand.found();
    request r;
    command_line line{
        "cxm solve" + (m == nullptr ? " METRIC" : " " + std::string(m->key)),
        "What a measure has to be for a metric to meet a target",
        "Example:\n  cxm solve nps --target 50 --vary promoters --promoters 300 --passives 100 --detractors 100"};
    line.flags.push_back({"--target", "VALUE", "The value to reach: 50, 5%, 0.05", &r.target, "Question"});
    const std::vector<choice> inputs_of_metric = m == nullptr ? std::vector<choice>() : choices_of(*m);
    line.flags.push_back({"--vary", "MEASURE", "The measure to change; the one that is not given", &r.vary, "Question",
                          inputs_of_metric});
    std::optional<measure_flags> measures;
    if (m != nullptr) {
        measures.emplace(*m);
        measures->add_to(line.flags);
    }
    line.flags.push_back({"--raw", "", "Print the bare number", &r.raw, "Output"});
    add_flags(line.flags, r.output, formats);
    add_decimal_flag(line.flags, r.decimal);
    add_metrics_flag(line.flags, r.metric_files);
    const std::vector<choice> possible = operand.possible();
    line.operand_words = possible;
    if (const auto help = read_flags(line, operand.rest())) {
        put(io, {}, *help);
        return 0;
    }
    if (m == nullptr) {
        throw bad_usage("cxm solve needs a metric; see 'cxm list'");
    }
    const double target = target_of(r, *m);
    records one = measures->read({}, options_of(input_flags{.decimal = r.decimal}, io).decimal.value_or('.'));
    for (const std::string& warning : reconciler(operand.known(), false).check(one)) {
        warn(io, warning);
    }
    const std::vector<double> inputs = inputs_of_one(*m, one);
    const measure& varied = varied_of(r, *m, inputs);
    if (const std::string lacking = lacking_flags(*m, inputs, &varied); !lacking.empty()) {
        throw bad_usage("cxm solve " + std::string(m->key) + " needs " + lacking);
    }
    const solved s = solve_backwards(*m, inputs, varied, target);
    put(io, r.output, text_of(s, r, io));
    return 0;
}

}  // namespace cxm
