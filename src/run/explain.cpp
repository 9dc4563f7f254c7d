#include <algorithm>

#include "export/exports.hpp"
#include "intake/reconciler.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/measures.hpp"
#include "run/metric_operand.hpp"
#include "text/problem.hpp"
#include "write/explain.hpp"
#include "write/json/report.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json"};

/// The metric first, then all others that the same numbers allow.
std::vector<const metric*> told(const metric& m, const catalogue& known, const records& one,
                                const report_options& options) {
    std::vector<const metric*> all = {&m};
    for (const metric* other : computable(one, known.metrics(), options)) {
        if (other != &m) {
            all.push_back(other);
        }
    }
    return all;
}

}  // namespace

int run_explain(const arguments& given, const streams& io) {
    const metric_operand operand(given);
    const catalogue& known = operand.known();
    const metric* const m = operand.found();
    output_flags output;
    interval_flags intervals;
    std::vector<std::string> metric_files;
    std::optional<std::string> decimal;

    command_line line{"cxm explain" + (m == nullptr ? " METRIC" : " " + std::string(m->key)),
                      "A metric's formula, meaning, reading, pitfalls, rivals and source",
                      "Example:\n  cxm explain retention --start 10000 --end 12000 --new 5000"};
    std::optional<measure_flags> measures;
    if (m != nullptr) {
        measures.emplace(*m, true);
        measures->add_to(line.flags);
    }
    add_flags(line.flags, output, formats);
    add_flags(line.flags, intervals, m);
    add_decimal_flag(line.flags, decimal);
    add_metrics_flag(line.flags, metric_files);
    const std::vector<choice> possible = operand.possible();
    line.operand_words = possible;
    if (const auto help = read_flags(line, operand.rest())) {
        put(io, {}, *help);
        return 0;
    }
    if (m == nullptr) {
        throw bad_usage("cxm explain needs a metric; see 'cxm list'");
    }
    require_interval_fits(intervals, {m});
    report made;
    if (measures->given()) {
        const report_options options = options_of(intervals);
        records one = measures->read(options, options_of(input_flags{.decimal = decimal}, io).decimal.value_or('.'));
        for (const std::string& warning : reconciler(known, false, !intervals.scale).check(one)) {
            warn(io, warning);
        }
        const std::vector<const metric*> metrics = told(*m, known, one, options);
        made = make_report(std::move(one), metrics, options);
    }
    if (format_of(output, formats) == format::json) {
        put(io, output,
            made.results.empty() ? metric_json(*m, known)
                                 : json_one(made.results.front(), {}, output.currency.value_or("")));
        return 0;
    }
    look drawn = look_of(output, io);
    drawn.width = std::min<std::size_t>(drawn.width, 100);
    put(io, output, write_explanation(*m, made, output.currency.value_or(""), drawn));
    return 0;
}

}  // namespace cxm
