#include "results/series.hpp"

#include <algorithm>
#include <cstdio>

#include "run/as_of.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/input.hpp"
#include "run/pooling.hpp"
#include "run/report_request.hpp"
#include "text/problem.hpp"
#include "write/trend/formats.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json", "csv"};
constexpr choices grains = choices(grains_and_all).first(4);  // all would leave one period

struct request {
    std::vector<std::string> files;
    std::vector<std::string> metrics;
    pooling pools;
    span_flags wanted;
    output_flags output;
    input_flags input;
    std::vector<std::string> metric_files;
};

command_line line_of(request& r) {
    command_line line{"cxm trend",
                      "Whether a series moved more than it does anyway: control charts",
                      "Without --metric a line for each metric, with it a chart.\n"
                      "Examples:\n"
                      "  cxm trend shop.csv\n"
                      "  cxm trend shop.csv --metric churn --by segment\n"
                      "  cxm trend shop.csv --metric nps --every quarter --as-of 2024-11-30",
                      "FILE",
                      "JSON, NDJSON, CSV or TSV files of records; - is standard input",
                      &r.files,
                      {}};
    line.flags.push_back({"--metric", "KEY", "Chart this metric (repeatable)", &r.metrics, "Choice"});
    add_flags(line.flags, r.pools, grains);
    add_flags(line.flags, r.wanted, "Choice");
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.output, formats);
    add_flags(line.flags, r.input);
    add_metrics_flag(line.flags, r.metric_files);
    return line;
}

/// Charts of nothing help nobody: every metric asked for must have its measures, and any if none is.
std::vector<const metric*> charted(const std::vector<const metric*>& asked, const catalogue& known,
                                   const record_input& input, const records& rows, const report_options& options) {
    const std::vector<const metric*> wanted = asked.empty() ? known.metrics() : asked;
    std::vector<const metric*> possible = computable(rows, wanted, options);
    if (possible.empty()) {
        refuse_empty(input, rows, wanted);
    }
    for (const metric* m : asked) {
        if (std::find(possible.begin(), possible.end(), m) == possible.end()) {
            throw bad_input(shown(rows.source), lacking_in_words(rows, *m));
        }
    }
    return possible;
}

}  // namespace

int run_trend(const arguments& given, const streams& io) {
    request r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const format form = format_of(r.output, formats);
    if (r.pools.every && !grain_of(*r.pools.every)) {
        throw bad_usage("--every all leaves one period, and no trend; one of " + listed(grains));
    }
    // Analysts expect the whole business unless they ask for its parts.
    r.pools.total = r.pools.total || r.pools.by.empty();
    if (!names_input(r.files, io)) {
        put(io, {}, *read_flags(line, {"--help"}));
        return 0;
    }
    r.input.wanted = span_of(r.wanted, r.pools);
    take_columns(r.pools.by, r.input.raw);
    const catalogue known = catalogue_of(r.metric_files);
    const std::vector<const metric*> asked = metrics_of(known, r.metrics);
    record_input input(r.files, known, r.input, io, r.pools.by);
    records rows = pooled_records(r.pools, input, io);
    report_options options;
    options.intervals = false;
    const std::vector<const metric*> metrics = charted(asked, known, input, rows, options);
    rows.currency = r.output.currency.value_or(input.currency());
    const report made = make_report(std::move(rows), metrics, options);
    const std::vector<trend> trends = trends_of(made);
    const look drawn = look_of(r.output, io);
    switch (form) {
        case format::json: put(io, r.output, trends_json(made, trends, made.rows.currency)); break;
        case format::csv: put(io, r.output, trends_csv(made, trends)); break;
        default:
            put(io, r.output,
                r.metrics.empty() ? write_trend_list(made, trends, drawn) : write_trends(made, trends, drawn));
    }
    return 0;
}

}  // namespace cxm
