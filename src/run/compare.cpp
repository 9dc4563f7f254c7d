#include "results/comparison.hpp"

#include <algorithm>

#include "records/pool.hpp"
#include "records/roll_up.hpp"
#include "run/as_of.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/compare_sides.hpp"
#include "text/problem.hpp"
#include "write/compare/formats.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json", "csv", "markdown"};
constexpr choice methods[] = {"newcombe", "koopman", "katz", "pooled", "fisher"};  // as share_method after standard
constexpr choice adjustments[] = {"holm", "bh", "none"};                           // as adjustment

command_line line_of(compare_request& r) {
    command_line line{"cxm compare",
                      "Whether a number moved, by how much, and why",
                      "Examples:\n"
                      "  cxm compare last_month.csv this_month.csv\n"
                      "  cxm compare shop.csv --from period=2024-Q1 --to period=2024-Q2 --by segment\n"
                      "  cxm compare ab.csv --from arm=control --to arm=variant",
                      "FILE",
                      "BEFORE and AFTER, or one file with --from and --to; - is standard input",
                      &r.files,
                      {}};
    line.flags = {
        {"--from", "LABEL=VALUE", "The records before: period=2024-01, arm=control", &r.from, "Choice"},
        {"--to", "LABEL=VALUE", "The records after", &r.to, "Choice"},
        {"--metric", "KEY", "Only this metric (repeatable)", &r.metrics, "Choice"},
        {"--total", "", "Pool all labels", &r.total, "Choice"},
        {"--by", "LABEL",
         "Pool all labels, and split each change into rates and mix by this one; of raw rows also LABEL=COLUMN", &r.by,
         "Choice"},
        {"--standardise", "", "With --by: what the value would be at the old mix", &r.standardise, "Choice"},
        {"--method", "NAME", "For shares: " + either(methods), &r.method, "Intervals", methods},
        {"--adjust", "NAME", "For several comparisons at once: " + either(adjustments), &r.adjust, "Intervals",
         adjustments},
    };
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.output, formats);
    add_flags(line.flags, r.intervals);
    add_flags(line.flags, r.input);
    add_metrics_flag(line.flags, r.metric_files);
    return line;
}

/// A side as it is compared: one row a label group, its periods joined.
records joined(records side, const std::vector<std::string>* kept) {
    if (kept != nullptr) {
        segment_pool pool(*kept);
        pool.add(side);
        side = pool.finish();
    }
    return roll_up(ordered(std::move(side)), std::nullopt);
}

compare_options options_of(const compare_request& r, const report_options& intervals) {
    compare_options options;
    options.level = intervals.level;
    options.nets = intervals.nets;
    if (r.method) {
        options.shares = static_cast<share_method>(place_of("--method", *r.method, methods) + 1);
    }
    if (r.adjust) {
        options.adjust = static_cast<adjustment>(place_of("--adjust", *r.adjust, adjustments));
    }
    return options;
}

std::vector<const metric*> metrics_of(const compare_request& r, const catalogue& known, const records& before,
                                      const records& after, const report_options& options) {
    const auto wanted = r.metrics.empty() ? known.metrics() : metrics_of(known, r.metrics);
    std::vector<const metric*> both;
    const auto of_after = computable(after, wanted, options);
    for (const metric* m : computable(before, wanted, options)) {
        if (std::find(of_after.begin(), of_after.end(), m) != of_after.end()) {
            both.push_back(m);
        }
    }
    if (both.empty()) {
        throw bad_input("", "no metric can be computed on both sides; 'cxm report --all' lists what each lacks");
    }
    return both;
}

std::vector<explained_change> explanations(const compare_request& r, const sides& raw,
                                           std::vector<const metric*> metrics) {
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
    if (spans_periods(before) || spans_periods(after)) {
        std::erase_if(metrics, [](const metric* m) { return m->chain != chained::no; });
    }
    return explain_changes(before, after, *r.by, metrics);
}

/// Which metrics `--by` left whole.
std::string unsplit(const std::vector<const metric*>& metrics, const std::vector<explained_change>& why,
                    const compare_request& r) {
    std::string keys;
    for (const metric* m : metrics) {
        if (std::none_of(why.begin(), why.end(), [&](const explained_change& e) { return e.of == m; })) {
            keys += (keys.empty() ? "" : ", ") + std::string(m->key);
        }
    }
    return !r.by || keys.empty() ? std::string()
                                 : "Not split: " + keys + " (no quotient of sums over the segments here).\n";
}

}  // namespace

int run_compare(const arguments& given, const streams& io) {
    compare_request r;
    if (const auto help = read_flags(line_of(r), given)) {
        put(io, {}, *help);
        return 0;
    }
    const format form = format_of(r.output, formats);
    if (!names_input(r.files, io)) {
        put(io, {}, *read_flags(line_of(r), {"--help"}));
        return 0;
    }
    if (r.standardise && !r.by) {
        throw bad_usage("--standardise goes with --by: it needs the mix of a label");
    }
    if (r.by) {
        take_column(*r.by, r.input.raw);
    }
    const report_options intervals = options_of(r.intervals);
    r.input.usual_scales = !r.intervals.scale;
    const compare_options options = options_of(r, intervals);
    const catalogue known = catalogue_of(r.metric_files);
    const sides raw = read_sides(r, known, io);
    const std::vector<std::string> nothing_kept;
    const std::vector<std::string>* const kept = r.total || r.by ? &nothing_kept : nullptr;
    records before = joined(raw.before, kept);
    records after = joined(raw.after, kept);
    const std::vector<const metric*> metrics = metrics_of(r, known, before, after, intervals);
    require_interval_fits(r.intervals, metrics);
    const comparison all = make_comparison(make_report(std::move(before), metrics, intervals),
                                           make_report(std::move(after), metrics, intervals), options);
    if (all.changes.empty()) {
        throw bad_input("", "no label group is on both sides; --total pools them");
    }
    const std::vector<explained_change> why = explanations(r, raw, metrics);
    const std::string label = r.by.value_or("");
    const std::string currency = r.output.currency.value_or(raw.after.currency);
    const comparison_options shown{.currency = currency,
                                   .standardise = r.standardise,
                                   .before_name = raw.before_name,
                                   .after_name = raw.after_name};
    switch (form) {
        case format::json: put(io, r.output, json_comparison(all, why, label, shown)); break;
        case format::csv: put(io, r.output, csv_comparison(all)); break;
        case format::markdown: put(io, r.output, markdown_comparison(all, shown)); break;
        default:
            put(io, r.output,
                write_comparison(all, why, label, shown, look_of(r.output, io)) + unsplit(metrics, why, r));
    }
    return 0;
}

}  // namespace cxm
