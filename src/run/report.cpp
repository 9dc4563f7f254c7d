#include <algorithm>
#include <cstdio>

#include "results/report.hpp"
#include "results/series.hpp"
#include "run/as_of.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/report_request.hpp"
#include "text/problem.hpp"
#include "write/csv/report.hpp"
#include "write/gaps.hpp"
#include "write/json/report.hpp"
#include "write/markdown.hpp"
#include "write/table/table.hpp"
#include "write/trend/formats.hpp"

namespace cxm {

namespace {

command_line line_of(report_request& r) {
    command_line line{"cxm report",
                      "Every metric that the records allow, with intervals",
                      "Examples:\n"
                      "  cxm report shop.csv\n"
                      "  cxm report shop.csv --metric churn --metric nps --by segment --every quarter\n"
                      "  cxm report shop.csv --total --format csv > kpis.csv",
                      "FILE",
                      "JSON, NDJSON, CSV or TSV files of records; - is standard input",
                      &r.files,
                      {}};
    line.flags = {{"--metric", "KEY", "Only this metric (repeatable)", &r.metrics, "Choice"}};
    add_flags(line.flags, r.pools);
    line.flags.push_back({"--all", "", "List what cannot be computed as well, and what it lacks", &r.all, "Choice"});
    line.flags.push_back(
        {"--trend", "", "Below the table: which series moved more than they do anyway", &r.trend, "Choice"});
    line.flags.push_back({"--wide", "", "CSV with one column a metric", &r.wide, "Output"});
    add_flags(line.flags, r.output, report_formats);
    add_flags(line.flags, r.intervals);
    add_flags(line.flags, r.wanted, "Choice");
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.input);
    add_metrics_flag(line.flags, r.metric_files);
    line.flags.push_back(
        {"--targets", "FILE", "Values that the last period is held against, a JSON file", &r.targets, "Choice"});
    line.flags.push_back(
        {"--benchmarks", "FILE", "The same of others' values, with their source", &r.benchmarks, "Choice"});
    return line;
}

/// The table, and what is asked for below it.
std::string table_text(const report& made, const report_request& r, const catalogue& known, const streams& io) {
    const look drawn = look_of(r.output, io);
    std::string text = write_table(made, known.themes(), r.all || !r.metrics.empty(), drawn);
    text += write_gaps(made, drawn);
    if (r.trend) {
        text += "\n" + write_trend_list(made, trends_of(made), drawn);
    }
    return text;
}

std::string text_of(const report& made, const report_request& r, const catalogue& known, const streams& io) {
    std::vector<std::string> labels;
    for (const records::label_column& label : made.rows.labels) {
        labels.push_back(label.name);
    }
    const bool all = r.all || !r.metrics.empty();
    std::string text;
    switch (format_of(r.output, report_formats)) {
        case format::json:
            text = json_head(made.options.level, made.rows.currency);
            append_json(text, made, true, all);
            return text += json_tail();
        case format::ndjson: append_ndjson(text, made, all); return text;
        case format::csv:
            require_free_names(labels, r.wide, made.metrics);
            if (r.wide) {
                append_wide_csv_header(text, labels, made.metrics);
                append_wide_csv(text, made.rows, values_of(made), labels);
            } else {
                append_csv_header(text, labels);
                append_csv(text, made, labels, all);
            }
            return text;
        case format::markdown: return write_markdown(made, known.themes(), {.all = all});
        default: return table_text(made, r, known, io);
    }
}

void write_whole(const report_request& r, const catalogue& known, record_input& input, const streams& io) {
    records rows = pooled_records(r.pools, input, io);
    counted_warnings partial(io, "that are not complete");
    partial.add(partial_warnings(rows));
    partial.finish();
    const report_options options = options_of(r, known);
    const std::vector<const metric*> metrics = chosen(r, known);
    const std::vector<const metric*> possible = computable(rows, metrics, options);
    if (possible.empty()) {
        refuse_empty(input, rows, metrics);
    }
    require_interval_fits(r.intervals, possible);
    rows.currency = r.output.currency.value_or(input.currency());
    const report made = make_report(std::move(rows), r.all || !r.metrics.empty() ? metrics : possible, options);
    put(io, r.output, text_of(made, r, known, io));
}

}  // namespace

int run_report(const arguments& given, const streams& io) {
    report_request r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const format form = format_of(r.output, report_formats);
    if (r.wide && form != format::csv) {
        throw bad_usage("--wide goes with --format csv");
    }
    if (r.trend && form != format::table) {
        throw bad_usage("--trend goes with the table; 'cxm trend' has json and csv");
    }
    if (r.pools.every) {
        grain_of(*r.pools.every);
    }
    if (!names_input(r.files, io)) {
        put(io, {}, *read_flags(line, {"--help"}));
        return 0;
    }
    r.input.wanted = span_of(r.wanted, r.pools);
    r.input.usual_scales = !r.intervals.scale;
    take_columns(r.pools.by, r.input.raw);
    const catalogue known = catalogue_of(r.metric_files);
    chosen(r, known);
    record_input input(r.files, known, r.input, io, r.pools.by);
    const bool for_people = form == format::table || form == format::markdown;
    if (r.pools.any() || for_people) {
        write_whole(r, known, input, io);
    } else {
        stream_report(r, known, input, io);
    }
    return 0;
}

}  // namespace cxm
