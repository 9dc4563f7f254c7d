#include "results/relation.hpp"

#include <algorithm>
#include <charconv>

#include "records/period_kinds.hpp"
#include "run/as_of.hpp"
#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "run/pooling.hpp"
#include "run/relate_join.hpp"
#include "run/report_lacks.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/relation/formats.hpp"

namespace cxm {

namespace {

struct relate_flags {
    std::vector<std::string> operands = {};  ///< two metrics, then files
    pooling_flags pools = {};
    span_flags wanted = {};
    std::optional<std::string> lags = {};
    std::optional<std::string> level = {};
    join_flags join = {};
    output_flags output = {};
    input_flags input = {};
    std::vector<std::string> metric_files = {};
};

struct relation_writer {
    format form;
    std::string (*write)(const shown_relations& shown);
};

constexpr relation_writer relation_writers[] = {{format::table, table_relations},
                                                {format::json, json_relations},
                                                {format::csv, csv_relations},
                                                {format::markdown, markdown_relations}};

constexpr int longest_lag = 60;

command_line line_of(relate_flags& r) {
    command_line line = line_for("relate");
    line.operands_name = "METRIC METRIC FILE";
    line.operands_help = "Two metrics, then JSON, NDJSON, CSV or TSV files of records; with --join two files of rows";
    line.operands = &r.operands;
    line.flags.push_back(
        {"--lags", "FROM..TO", "By how many periods the second metric is later: 0..3, -2..2 (0)", &r.lags, "Choice"});
    add_flags(line.flags, r.pools);
    add_flags(line.flags, r.wanted, "Choice");
    line.flags.push_back({"--level", "LEVEL", "From which p on nothing is claimed: 95% is 0.05", &r.level, "Choice"});
    add_flags(line.flags, r.join);
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.output, formats_in(relation_writers), {.money = false, .words = true});
    add_flags(line.flags, r.input);
    add_order_flag(line.flags, r.input);
    add_metrics_flag(line.flags, r.metric_files);
    return line;
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::vector<int> lags_of(const std::optional<std::string>& text) {
    if (!text) {
        return {0};
    }
    const std::size_t dots = text->find("..");
    const auto first = whole_number(std::string_view(*text).substr(0, dots));
    const auto last = dots == std::string::npos ? first : whole_number(std::string_view(*text).substr(dots + 2));
    if (!first || !last || *first > *last || *first < -longest_lag || *last > longest_lag) {
        throw bad_usage("--lags: " + quote_of(*text) + " is not a range of whole numbers from -60 to 60, as 0..3");
    }
    std::vector<int> lags;
    for (int lag = *first; lag <= *last; ++lag) {
        lags.push_back(lag);
    }
    return lags;
}

/// Takes the two metrics off the front of the arguments.
std::vector<const metric*> take_metrics(std::vector<std::string>& operands, const catalogue& known) {
    if (operands.size() < 2) {
        throw bad_usage("relate takes two metrics and files, as 'cxm relate nps churn shop.csv'");
    }
    std::vector<const metric*> metrics = {&metric_of(known, operands[0]), &metric_of(known, operands[1])};
    if (metrics[0] == metrics[1]) {
        throw bad_usage(quote_of(operands[0]) + " always goes with itself; name two metrics");
    }
    operands.erase(operands.begin(), operands.begin() + 2);
    return metrics;
}

pooling pools_of(const relate_flags& given, input_settings& input) {
    pooling pools = settled(given.pools, given.input.raw);
    // As in a trend: the whole business unless its parts are asked for.
    pools.total = pools.total || pools.by.empty();
    take_grain(pools, input);
    return pools;
}

void require_measures(const records& rows, const std::vector<const metric*>& metrics, const record_input& input,
                      const report_options& options) {
    const std::vector<const metric*> possible = computable(rows, metrics, options);
    if (possible.empty()) {
        refuse_empty(input, rows, metrics);
    }
    for (const metric* m : metrics) {
        if (std::find(possible.begin(), possible.end(), m) == possible.end()) {
            throw bad_input(shown_end(rows.source), lacking_in_words(rows, *m));
        }
    }
}

void require_use_in_join(const relate_flags& given) {
    if (given.pools.total || !given.pools.by.empty() || given.pools.every || given.wanted.from || given.wanted.to ||
        given.lags || !given.metric_files.empty()) {
        throw bad_usage("--join relates persons; --by, --total, --every, --from, --to, --lags and --metrics are about "
                        "records");
    }
}

}  // namespace

int run_relate(const arguments& given, const streams& io) {
    relate_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(relation_writers), io);
    if (texts.operands.empty()) {
        put(io, {}, help_of(line));
        return 0;
    }
    const double level = texts.level ? level_of(*texts.level) : 0.95;
    if (texts.join.id) {
        require_use_in_join(texts);
        put_joined(texts.join, texts.operands, texts.input, level, output, io);
        return 0;
    }
    if (texts.join.lost) {
        throw bad_usage("--lost is about persons, whom --join ID relates");
    }
    const catalogue known = catalogue_of(texts.metric_files);
    const std::vector<const metric*> metrics = take_metrics(texts.operands, known);
    if (!names_input(texts.operands, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    require_not_read(output.file, texts.operands, io);
    const std::vector<int> lags = lags_of(texts.lags);
    input_settings how = settled(texts.input, texts.pools.by, known, io);
    const pooling pools = pools_of(texts, how);
    how.wanted = span_of(texts.wanted, pools);
    record_input input(texts.operands, known, how, listening(io));
    records rows = pooled_records(pools, input, how.strict, io);
    report_options options;
    options.intervals = false;
    require_measures(rows, metrics, input, options);
    const report figures = make_report(std::move(rows), metrics, options);
    const relation_reading made = relate(figures, lags, level);
    if (made.over == related_over::periods) {
        require_time_order(figures.rows, "a relation over periods");
    } else if (texts.lags) {
        throw bad_usage("--lags are of periods, and there is one period alone: segments are related");
    }
    put_as(io, output, writer_of(output.form, relation_writers)({made, figures, output.drawn, output.texts}));
    return 0;
}

}  // namespace cxm
