#include "results/report.hpp"

#include <algorithm>

#include "records/completeness.hpp"
#include "records/period_kinds.hpp"
#include "results/statements.hpp"
#include "run/command.hpp"
#include "run/flags/scales.hpp"
#include "run/metrics_wanted.hpp"
#include "run/report_formats.hpp"
#include "run/report_lacks.hpp"
#include "run/summary.hpp"
#include "run/target_flags.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "write/arrange.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

bool is_for_people(format form) {
    const auto writers = report_writers();
    return std::any_of(writers.begin(), writers.end(),
                       [&](const report_writer& w) { return w.form == form && w.for_people; });
}

void write_whole(const report_request& r, const catalogue& known, record_input& input, const streams& io) {
    const bool as_page = r.output.form == format::html;
    records all;
    records rows = pooled_records(r.pools, input, r.input.strict, io, as_page ? &all : nullptr);
    counted_warnings partial(warnings_to(io, r.input.strict), "that are not complete");
    for (const std::string& warning : partial_warnings(rows)) {
        partial.add(warning);
    }
    partial.finish();
    if (r.trend || !r.intervals.options.targets.empty() || !r.intervals.options.benchmarks.empty()) {
        require_time_order(rows, r.trend ? "--trend" : "a target of the last period");
    }
    const std::vector<const metric*> possible = computable(rows, r.metrics, r.intervals.options);
    if (possible.empty()) {
        refuse_empty(input, rows, r.metrics);
    }
    require_fit(r.intervals, possible);
    require_scores(r.intervals.options, possible);
    warn_of_unmet(r.intervals.options, possible, rows, true, warnings_to(io, r.input.strict));
    rows.currency = r.output.currency.value_or(input.currency());
    if (r.layout == group_layout::pivot && rows.labels.empty()) {
        throw bad_usage("--layout pivot sets groups side by side, and the records have no labels to tell them apart");
    }
    const report results = make_report(std::move(rows), r.with_missing ? r.metrics : possible, r.intervals.options);
    std::optional<report> whole;
    if (by_labels(results.rows).size() > 1 && all.size() > 0) {
        all.currency = results.rows.currency;
        whole = make_report(std::move(all), results.metrics, results.options);
    }
    put_result(io, r.output,
               opened(
                   r.output, io,
                   [&] {
                       // A page shows the whole before its groups.
                       const report& told = whole && r.output.form == format::html ? *whole : results;
                       return sentences_of(statements_of(told, r.named_metrics),
                                           {told.rows.currency, r.output.drawn.ascii, r.output.drawn.say},
                                           sentences_in(r.output.drawn.say));
                   },
                   [&] {
                       return writer_of(r.output.form,
                                        report_writers())({results, r, known, whole ? &*whole : nullptr, io.kept});
                   }));
}

}  // namespace

int run_report(const arguments& given, const streams& io) {
    report_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(report_writers()), io);
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    const catalogue known = catalogue_of(texts.metric_files, texts.input.raw, texts.metrics);
    tell_notes(known, io);
    const report_request r = settled(texts, output, known, io);
    record_input input(r.files, known, r.input, listening(io));
    if (r.pools.any() || r.output.receipt || is_for_people(r.output.form)) {
        write_whole(r, known, input, io);
    } else {
        stream_report(r, input, io);
    }
    return 0;
}

}  // namespace cxm
