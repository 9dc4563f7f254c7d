#include "results/series.hpp"

#include <algorithm>

#include "page/trend_page.hpp"
#include "records/period_kinds.hpp"
#include "results/statements.hpp"
#include "run/as_of.hpp"
#include "run/chart_limits.hpp"
#include "run/command.hpp"
#include "run/flags/given_flag.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "run/pooling.hpp"
#include "run/report_lacks.hpp"
#include "run/summary.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/receipt.hpp"
#include "write/sentences/sentences.hpp"
#include "write/trend/formats.hpp"

namespace cxm {

namespace {

struct trend_flags {
    std::vector<std::string> files = {};
    std::vector<std::string> metrics = {};
    pooling_flags pools = {};
    span_flags wanted = {};
    chart_flags limits = {};
    output_flags output = {};
    input_flags input = {};
    std::vector<std::string> metric_files = {};
};

/// What `cxm trend` is asked for.
struct trend_request {
    std::vector<std::string> files;
    std::vector<const metric*> metrics;  ///< each a chart; empty: whatever can be computed, a line each
    pooling pools;
    input_settings input;
    trend_options limits;
};

struct drawn {
    const report& of;
    const std::vector<trend>& trends;
    bool as_list;
    const output_settings& how;
    const receipt& from;
};

struct trend_writer {
    format form;
    std::string (*write)(const drawn& d);
};

std::string as_table(const drawn& d) {
    return d.as_list ? write_trend_list(d.of, d.trends, d.how.drawn) : write_trends(d.of, d.trends, d.how.drawn);
}

std::string as_markdown(const drawn& d) {
    return d.as_list ? markdown_trend_list(d.of, d.trends, d.how.drawn.say)
                     : markdown_trends(d.of, d.trends, d.how.drawn.say);
}

constexpr trend_writer trend_writers[] = {
    {format::table, as_table},
    {format::json, [](const drawn& d) { return trends_json(d.of, d.trends, d.of.rows.currency); }},
    {format::csv, [](const drawn& d) { return trends_csv(d.of, d.trends, d.how.texts); }},
    {format::markdown, as_markdown},
    {format::html,
     [](const drawn& d) {
         return trend_page({d.of, d.trends, d.from, d.how.drawn.say});
     }},
    {format::svg, [](const drawn& d) { return trend_svg(d.of, d.trends, d.how.drawn.say); }},
};

/// Without the last, all, which would leave one period.
constexpr std::span grains = std::span(grain_words).first(std::size(grain_words) - 1);

command_line line_of(trend_flags& r) {
    command_line line = line_for("trend");
    line.footer = "Without --metric a line for each metric, with it a chart.";
    line.operands_name = "FILE";
    line.operands_help = "JSON, NDJSON, CSV or TSV files of records; - is standard input";
    line.operands = &r.files;
    line.flags.push_back({"--metric", "KEY", "Chart this metric (repeatable)", &r.metrics, "Choice"});
    add_flags(line.flags, r.pools, words_in(grains));
    add_flags(line.flags, r.wanted, "Choice");
    add_flags(line.flags, r.limits);
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.output, formats_in(trend_writers), {.receipt = true, .sentences = true, .words = true});
    add_flags(line.flags, r.input);
    add_order_flag(line.flags, r.input);
    add_given_flag(line.flags, r.input.given);
    add_metrics_flag(line.flags, r.metric_files);
    return line;
}

trend_request settled(const trend_flags& given, const catalogue& known, const streams& io) {
    trend_request r{given.files,
                    metrics_of(known, given.metrics),
                    settled(given.pools, given.input.raw),
                    {},
                    settled(given.limits)};
    if (r.pools.every && !r.pools.every->to) {
        throw bad_usage("--every all leaves one period, and no trend; one of " + listed(words_in(grains)));
    }
    // Analysts expect the whole business unless they ask for its parts.
    r.pools.total = r.pools.total || r.pools.by.empty();
    r.input = settled(given.input, given.pools.by, known, io);
    require_read(r.input.given, r.metrics.empty() ? known.metrics() : r.metrics);
    take_grain(r.pools, r.input);
    r.input.wanted = span_of(given.wanted, r.pools);
    return r;
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
            throw bad_input(shown_end(rows.source), lacking_in_words(rows, *m));
        }
    }
    return possible;
}

}  // namespace

int run_trend(const arguments& given, const streams& io) {
    trend_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(trend_writers), io);
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    const catalogue known = catalogue_of(texts.metric_files, texts.input.raw, texts.metrics);
    tell_notes(known, io);
    const trend_request r = settled(texts, known, io);
    record_input input(r.files, known, r.input, listening(io));
    records rows = pooled_records(r.pools, input, r.input.strict, io);
    require_time_order(rows, "a trend");
    report_options options;
    options.intervals = false;
    const std::vector<const metric*> metrics = charted(r.metrics, known, input, rows, options);
    rows.currency = output.currency.value_or(input.currency());
    const report results = make_report(std::move(rows), metrics, options);
    const std::vector<trend> trends = trends_of(results, r.limits);
    const bool asked = !r.metrics.empty();
    put_result(io, output,
               opened(
                   output, io,
                   [&] {
                       return sentences_of(statements_of(results, trends, asked),
                                           {results.rows.currency, output.drawn.ascii, output.drawn.say},
                                           sentences_in(output.drawn.say));
                   },
                   [&] {
                       return writer_of(output.form, trend_writers)({results, trends, !asked, output, *io.kept});
                   }));
    return 0;
}

}  // namespace cxm
