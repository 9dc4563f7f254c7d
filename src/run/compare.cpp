#include "page/compare_page.hpp"
#include "results/comparison.hpp"
#include "write/receipt.hpp"

#include <algorithm>
#include <iterator>

#include "records/pool.hpp"
#include "records/roll_up.hpp"
#include "results/forecast_file.hpp"
#include "results/statements.hpp"
#include "results/within_strata.hpp"
#include "run/command.hpp"
#include "run/compare_arms.hpp"
#include "run/compare_forecasts.hpp"
#include "run/compare_sides.hpp"
#include "run/flags/scales.hpp"
#include "run/metrics_wanted.hpp"
#include "run/summary.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "write/compare/formats.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

/// What is written, and how.
struct written_comparison {
    const comparison& of;
    const explanation& why;
    const comparison_options& shown;
    const output_settings& output;
    const receipt& from;
};

struct comparison_writer {
    format form;
    std::string (*write)(const written_comparison& w);
};

constexpr comparison_writer compare_writers[] = {
    {format::table, [](const written_comparison& w) { return write_comparison(w.of, w.why, w.shown, w.output.drawn); }},
    {format::json, [](const written_comparison& w) { return json_comparison(w.of, w.why, w.shown); }},
    {format::csv, [](const written_comparison& w) { return csv_comparison(w.of, w.why, w.output.texts); }},
    {format::markdown, [](const written_comparison& w) { return markdown_comparison(w.of, w.why, w.shown); }},
    {format::html,
     [](const written_comparison& w) {
         return compare_page({w.of, w.why, w.shown, w.from});
     }},
};

/// A side as it is compared: one row a label group, its periods joined.
records joined(records side, const std::vector<std::string>* kept) {
    if (kept != nullptr) {
        segment_pool pool(*kept);
        pool.add(side);
        side = pool.finish();
    }
    return roll_up(ordered(std::move(side)), std::nullopt);
}

std::vector<const metric*> computable_on_both(const compare_request& r, const records& before, const records& after) {
    std::vector<const metric*> both;
    const auto of_after = computable(after, r.metrics, r.intervals.options);
    for (const metric* m : computable(before, r.metrics, r.intervals.options)) {
        if (std::find(of_after.begin(), of_after.end(), m) != of_after.end()) {
            both.push_back(m);
        }
    }
    if (both.empty()) {
        throw bad_input("", "no metric can be computed on both sides; 'cxm report --all' lists what each lacks");
    }
    return both;
}

explanation explanation_of(const compare_request& r, const sides& raw, const std::vector<const metric*>& metrics) {
    if (!r.by) {
        return {};
    }
    const std::vector<std::string> kept = {*r.by};
    const records before = joined(raw.before, &kept);
    const records after = joined(raw.after, &kept);
    const auto spans_periods = [](const records& rows) {
        return std::any_of(rows.made_of.begin(), rows.made_of.end(),
                           [](const auto& parts) { return parts.size() > 1; });
    };
    // Over several periods these are products, which do not split into parts that add up.
    std::vector<const metric*> quotients = metrics;
    if (spans_periods(before) || spans_periods(after)) {
        std::erase_if(quotients, [](const metric* m) { return m->chain != chained::no; });
    }
    explanation why{*r.by, explain_changes(before, after, *r.by, quotients)};
    std::copy_if(metrics.begin(), metrics.end(), std::back_inserter(why.unsplit), [&](const metric* m) {
        return std::none_of(why.splits.begin(), why.splits.end(), [&](const auto& split) { return split.of == m; });
    });
    return why;
}

stratification within_strata(const compare_request& r, const sides& raw, const std::vector<const metric*>& metrics) {
    if (!r.stratify) {
        return {};
    }
    const std::vector<std::string> kept = {*r.stratify};
    return stratify(joined(raw.before, &kept), joined(raw.after, &kept), *r.stratify, metrics, r.options);
}

against_what kind_of_before(const compare_request& r) {
    return !r.of_one                            ? against_what::file
           : r.of_one->before.label == "period" ? against_what::period
                                                : against_what::side;
}

/// Writes a comparison, `asked` where its metrics were picked, opened by what can be said of it.
void put_comparison(const written_comparison& w, bool asked, against_what before, const streams& io) {
    const auto sentences = [&] {
        return sentences_of(statements_of(w.of, asked, before, w.shown.before_name, w.shown.after_name),
                            {w.shown.currency, w.output.drawn.ascii, w.shown.say}, sentences_in(w.shown.say));
    };
    put_result(io, w.output,
               opened(w.output, io, sentences, [&] { return writer_of(w.output.form, compare_writers)(w); }));
}

/// Of two forecasts nothing can be chosen but the figures: the line is read once more, so that no flag is ignored.
int compare_forecasts(const arguments& given, const streams& io) {
    compare_flags texts;
    const choices formats = formats_in(compare_writers);
    command_line line{"cxm compare", "What changed between two results of cxm project or cxm customers.",
                      "Records are held against their like and never put together: docs/compare.md."};
    line.operands_name = "FILE";
    line.operands_help = "BEFORE and AFTER, both JSON of the same command";
    line.operands = &texts.files;
    line.flags = {{"--metric", "KEY", "Only this figure (repeatable)", &texts.metrics, "Choice"}};
    add_flags(line.flags, texts.output, formats, {.receipt = true, .sentences = true, .words = true});
    read_flags_of_forecasts(line, given);
    const output_settings output = settled(texts.output, line, formats, io);
    if (texts.files.size() != 2) {
        throw bad_usage("of forecasts cxm compare takes two files, before and after");
    }
    const forecast_file before = read_forecast(read_text(texts.files[0]), texts.files[0]);
    const forecast_file after = read_forecast(read_text(texts.files[1]), texts.files[1]);
    forecast_pair sides = paired(before, after, texts.metrics);
    compare_options options;
    options.level = before.level;
    const comparison changes = make_comparison(std::move(sides.before), std::move(sides.after), options);
    if (changes.changes.empty()) {
        throw bad_input("", "no record of the same period and labels has a figure in both forecasts");
    }
    const std::string currency = output.currency.value_or(before.currency);
    const comparison_options shown{.currency = currency, .say = output.drawn.say};
    put_comparison({changes, {}, shown, output, *io.kept}, !texts.metrics.empty(), against_what::file, io);
    return 0;
}

}  // namespace

int run_compare(const arguments& given, const streams& io) {
    compare_flags texts;
    const choices formats = formats_in(compare_writers);
    const command_line line = line_of(texts, formats);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats, io);
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    if (std::any_of(texts.files.begin(), texts.files.end(), is_forecast_file)) {
        return compare_forecasts(given, io);
    }
    const catalogue known = catalogue_of(texts.metric_files, texts.input.raw, texts.metrics);
    tell_notes(known, io);
    const compare_request r = settled(texts, known, io);
    const sides raw = read_sides(r, known, io);
    const std::vector<std::string> nothing_kept;
    const std::vector<std::string>* const kept = r.pools() ? &nothing_kept : nullptr;
    records before = joined(raw.before, kept);
    records after = joined(raw.after, kept);
    const std::vector<const metric*> metrics = computable_on_both(r, before, after);
    require_fit_for_changes(r.intervals, metrics);
    require_scores(r.intervals.options, metrics);
    comparison changes = make_comparison(make_report(std::move(before), metrics, r.intervals.options),
                                         make_report(std::move(after), metrics, r.intervals.options), r.options);
    if (changes.changes.empty()) {
        throw bad_input("", "no label group is on both sides; --total pools them");
    }
    for (const price& p : r.prices) {
        if (std::find(metrics.begin(), metrics.end(), p.of) == metrics.end()) {
            throw bad_input("",
                            "the change of " + std::string(p.of->key) +
                                ", which has a price, cannot be computed; 'cxm report --all' lists what is missing");
        }
    }
    add_worths(changes, r.prices);
    const explanation why = explanation_of(r, raw, metrics);
    changes.within = within_strata(r, raw, metrics);
    changes.tested_arms = tested_arms(r, raw, changes, known);
    warn_of_arms(changes, r.input.strict, io);
    const std::string currency = output.currency.value_or(raw.after.currency);
    const comparison_options shown{.currency = currency,
                                   .standardise = r.standardise,
                                   .says_split = r.split.has_value(),
                                   .before_name = raw.before_name,
                                   .after_name = raw.after_name,
                                   .say = output.drawn.say};
    put_comparison({changes, why, shown, output, *io.kept}, !texts.metrics.empty(), kind_of_before(r), io);
    return 0;
}

}  // namespace cxm
