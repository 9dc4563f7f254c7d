#include <cxm/sensitivity.hpp>

#include "intake/reconciler.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/metric_operand.hpp"
#include "text/problem.hpp"
#include "write/effects.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json", "csv"};

}  // namespace

int run_sensitivity(const arguments& given, const streams& io) {
    const metric_operand operand(given);
    const metric* const m = operand.found();
    output_flags output;
    std::optional<std::string> decimal;
    std::vector<std::string> metric_files;
    command_line line{"cxm sensitivity" + (m == nullptr ? " METRIC" : " " + std::string(m->key)),
                      "What one more, and 1 % more, of each measure does to a metric",
                      "Example:\n  cxm sensitivity nps --promoters 300 --passives 100 --detractors 100"};
    std::optional<measure_flags> measures;
    if (m != nullptr) {
        measures.emplace(*m);
        measures->add_to(line.flags);
    }
    add_flags(line.flags, output, formats);
    add_decimal_flag(line.flags, decimal);
    add_metrics_flag(line.flags, metric_files);
    const std::vector<choice> possible = operand.possible();
    line.operand_words = possible;
    if (const auto help = read_flags(line, operand.rest())) {
        put(io, {}, *help);
        return 0;
    }
    if (m == nullptr) {
        throw bad_usage("cxm sensitivity needs a metric; see 'cxm list'");
    }
    records one = measures->read({}, options_of(input_flags{.decimal = decimal}, io).decimal.value_or('.'));
    const std::vector<double> inputs = inputs_of_one(*m, one);
    if (const std::string lacking = lacking_flags(*m, inputs); !lacking.empty()) {
        throw bad_usage("cxm sensitivity " + std::string(m->key) + " needs " + lacking);
    }
    for (const std::string& warning : reconciler(operand.known(), false).check(one)) {
        warn(io, warning);
    }
    const std::vector<input_effect> effects = sensitivity(*m, inputs);
    const report made = make_report(std::move(one), {m}, {});
    const result& now = made.results.front();
    const std::string currency = output.currency.value_or("");
    switch (format_of(output, formats)) {
        case format::json: put(io, output, effects_json(now, effects)); break;
        case format::csv: put(io, output, effects_csv(now, effects)); break;
        default: put(io, output, write_effects(now, effects, currency, look_of(output, io)));
    }
    return 0;
}

}  // namespace cxm
