#include "run/report_request.hpp"

#include <cmath>

#include "results/targets.hpp"
#include "run/as_of.hpp"
#include "run/flags/given_flag.hpp"
#include "run/flags/scales.hpp"
#include "run/metrics_wanted.hpp"
#include "run/report_formats.hpp"
#include "run/target_flags.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

constexpr word_for<group_layout> layout_words[] = {{"blocks", group_layout::blocks}, {"pivot", group_layout::pivot}};
constexpr word_for<group_order> sort_words[] = {{"value", group_order::value}};

void add_group_flags(std::vector<flag>& to, report_flags& r) {
    const choices layouts = words_in(layout_words);
    const choices orders = words_in(sort_words);
    to.push_back(
        {"--layout", "LAYOUT",
         "Groups as " + either(layouts) + ", which is side by side (that where they are of one or two metrics)",
         &r.layout, "Output", layouts});
    to.push_back({"--first", "N", "Only the first N groups, and the pool of all", &r.first, "Output"});
    to.push_back({"--sort", "BY", "Groups by their last " + either(orders) + " of the first metric, the highest first",
                  &r.sort, "Output", orders});
}

/// Throws bad_usage for what only tables that people read have.
void settle_groups(const report_flags& given, report_request& r) {
    const char* const named = given.layout ? "--layout" : given.first ? "--first" : given.sort ? "--sort" : nullptr;
    if (named == nullptr) {
        return;
    }
    if (!is_for_readers(r.output.form) || r.output.sentences == opening::alone) {
        throw bad_usage(std::string(named) + " is about tables that people read; leave it out");
    }
    r.layout = given.layout ? value_of("--layout", *given.layout, layout_words) : group_layout::fitting;
    r.groups.order = given.sort ? value_of("--sort", *given.sort, sort_words) : group_order::given;
    if (given.first) {
        const auto count = parse_number(*given.first);
        if (!count || *count < 1 || *count > 1e9 || *count != std::floor(*count)) {
            throw bad_usage("--first: " + quote_of(*given.first) + " is not a whole number from 1 on");
        }
        r.groups.first = static_cast<std::size_t>(*count);
    }
}

/// Beside groups of a metric or two stands what they come to together, unless it might be refused for what they lack.
bool shows_pool(const report_flags& given, const report_request& r) {
    constexpr std::size_t most_metrics = 2;
    return !given.pools.by.empty() && is_for_readers(r.output.form) && !r.input.strict &&
           (r.layout == group_layout::pivot ||
            (r.layout == group_layout::fitting && r.named_metrics && r.metrics.size() <= most_metrics));
}

}  // namespace

command_line line_of(report_flags& r) {
    command_line line = line_for("report");
    line.operands_name = "FILE";
    line.operands_help = "JSON, NDJSON, CSV or TSV files of records; - is standard input";
    line.operands = &r.files;
    line.flags = {{"--metric", "KEY", "Only this metric (repeatable)", &r.metrics, "Choice"}};
    add_flags(line.flags, r.pools);
    line.flags.push_back(
        {"--all", "", "List what cannot be computed as well, and what it lacks", &r.with_missing, "Choice"});
    line.flags.push_back(
        {"--trend", "", "Below the table: which series moved more than they do anyway", &r.trend, "Choice"});
    add_group_flags(line.flags, r);
    line.flags.push_back({"--wide", "", "CSV with one column a metric", &r.wide, "Output"});
    add_flags(line.flags, r.output, formats_in(report_writers()), {.receipt = true, .sentences = true, .words = true});
    add_flags(line.flags, r.intervals);
    add_flags(line.flags, r.wanted, "Choice");
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.input);
    add_order_flag(line.flags, r.input);
    add_given_flag(line.flags, r.input.given);
    add_metrics_flag(line.flags, r.metric_files);
    line.flags.push_back(
        {"--targets", "FILE", "Values that the last period is held against, a JSON file", &r.targets, "Choice"});
    line.flags.push_back({"--benchmarks", "FILE",
                          "Values of others, such as of a trade, to hold the last period against, a JSON file",
                          &r.benchmarks, "Choice"});
    line.flags.push_back(annualise_flag(r.annualise));
    return line;
}

namespace {

std::vector<target> targets_of(const std::optional<std::string>& file, const catalogue& known) {
    return file ? read_targets(read_text(*file), *file, known) : std::vector<target>();
}

}  // namespace

report_request settled(const report_flags& given, const output_settings& output, const catalogue& known,
                       const streams& io) {
    report_request r;
    r.files = given.files;
    r.output = output;
    r.wide = given.wide;
    r.trend = given.trend;
    if (r.wide && output.form != format::csv) {
        throw bad_usage("--wide goes with --format csv");
    }
    if (r.wide && (given.targets || given.benchmarks)) {
        throw bad_usage("--wide has values alone, no column for --targets or --benchmarks");
    }
    if (r.trend && output.form != format::table) {
        throw bad_usage("--trend goes with the table; 'cxm trend' has json and csv");
    }
    r.pools = settled(given.pools, given.input.raw);
    r.metrics = given.metrics.empty() ? known.metrics() : metrics_of(known, given.metrics);
    r.named_metrics = !given.metrics.empty();
    r.with_missing = given.with_missing || r.named_metrics;
    r.intervals = settled(given.intervals, known);
    r.intervals.options.errors = output.form == format::json || output.form == format::ndjson;
    r.input = settled(given.input, given.pools.by, known, io);
    require_read(r.input.given, r.metrics);
    settle_groups(given, r);
    r.pools.total_if_possible = shows_pool(given, r);
    take_grain(r.pools, r.input);
    r.input.wanted = span_of(given.wanted, r.pools);
    r.input.on_usual_scales = on_usual_scales(r.intervals.options, known);
    r.intervals.options.targets = targets_of(given.targets, known);
    r.intervals.options.benchmarks = targets_of(given.benchmarks, known);
    if (given.annualise) {
        require_spans({&r.intervals.options.targets, &r.intervals.options.benchmarks});
        r.intervals.options.annualise = true;
    }
    return r;
}

}  // namespace cxm
