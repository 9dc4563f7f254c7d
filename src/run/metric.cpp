#include <algorithm>
#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/metrics/value.hpp>

#include "intake/reconciler.hpp"
#include "results/assumed_years.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/flags/compounding.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/payment_flags.hpp"
#include "run/flags/scales.hpp"
#include "run/flags/unexpected.hpp"
#include "run/measures.hpp"
#include "run/metric_command.hpp"
#include "run/metric_formats.hpp"
#include "run/metrics_wanted.hpp"
#include "run/roi_of_gains.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// What one metric is asked for.
struct metric_flags {
    output_flags output;
    interval_flags intervals;
    std::optional<std::string> decimal;
    std::vector<std::string> metric_files;
    bool strict = false;
    compounding_flags over_time;
    payment_flags payments;
};

/// With --gross there is no reference group to give.
void take_gross(records& one) {
    for (records::number_column& column : one.numbers) {
        if (column.of->key.starts_with("reference_")) {
            column.values[0] = not_given;
        }
    }
}

bool lacks_reference(const records& one) {
    const records::number_column* const column = one.find(reference_customers);
    return column != nullptr && is_missing(column->values.front());
}

/// Whether a currency has anything to stand beside: the metric, its terms and those beside it.
bool shows_money(const metric& m) {
    const auto is_money = [](const metric* of) { return of->shown == as::money; };
    return is_money(&m) || std::any_of(m.terms.begin(), m.terms.end(), is_money) ||
           std::any_of(m.beside.begin(), m.beside.end(), is_money);
}

/// Whether its numbers can be such as are warned about: means off their scale, stocks that do not add up.
bool can_be_odd(const metric& m) {
    const auto takes = [&](const measure& wanted) {
        const auto is_among = [&](const metric& of) {
            const auto inputs = of.value.inputs();
            return std::any_of(inputs.begin(), inputs.end(), [&](const measure* input) { return *input == wanted; });
        };
        return is_among(m) ||
               std::any_of(m.beside.begin(), m.beside.end(), [&](const metric* other) { return is_among(*other); });
    };
    const bool has_stocks =
        takes(customers_start) && takes(customers_new) && takes(customers_lost) && takes(customers_end);
    return m.shown == as::score || has_stocks;
}

command_line line_of(const metric& m, metric_flags& r, measure_flags& measures) {
    const std::string key(m.key);
    command_line line{"cxm " + key, std::string(m.title) + ": " + std::string(m.meaning),
                      "'cxm explain " + key + "' says what it means and how it misleads."};
    if (&m == &roi) {
        line.footer += "\n--gain NAME=VALUE:LOW..HIGH, once or more, takes gains that have ranges: docs/roi.md.";
    }
    line.of_metric = m.key;
    line.examples = example_command(m);
    measures.add_to(line.flags);
    line.flags.push_back(raw_flag(r.output));
    add_flags(line.flags, r.output, formats_in(metric_writers()), {.money = shows_money(m), .words = true});
    add_flags(line.flags, r.intervals, &m);
    if (m.chain != chained::no) {
        add_flags(line.flags, r.over_time);
    }
    if (&m == &clv_margin) {
        add_flags(line.flags, r.payments);
    }
    add_decimal_flag(line.flags, r.decimal);
    if (can_be_odd(m)) {
        line.flags.push_back({"--strict", "", "Refuse what is otherwise warned about", &r.strict, "Input"});
    }
    add_metrics_flag(line.flags, r.metric_files);
    measures.shorten(line);
    return line;
}

/// The metric first, then its terms, then those beside it that the same numbers allow.
std::vector<const metric*> with_company(const metric& m, const records& one, const report_options& options) {
    std::vector<const metric*> metrics = {&m};
    metrics.insert(metrics.end(), m.terms.begin(), m.terms.end());
    const std::vector<const metric*> others = computable(one, {m.beside.begin(), m.beside.end()}, options);
    metrics.insert(metrics.end(), others.begin(), others.end());
    return metrics;
}

}  // namespace

int run_metric(std::string_view key, const arguments& given, const streams& io) {
    if (key == roi.key && names_gains(given)) {
        return run_roi_of_gains(given, io);
    }
    metric_flags r;
    // The user's metrics must be known before the flags are, as their measures are flags.
    const catalogue known = catalogue_of(metric_files(given));
    const std::string name(key);
    const metric& m = metric_of(known, name);
    measure_flags measures(m, true);
    const command_line line = line_of(m, r, measures);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(r.output, line, formats_in(metric_writers()), io);
    interval_settings intervals = settled(r.intervals, known);
    intervals.options.errors = output.form == format::json || output.form == format::ndjson;
    const report_options& options = intervals.options;
    require_fit(intervals, {&m});
    const std::optional<compounding> over_time = settled(r.over_time);
    const std::optional<payment_plan> plan = settled(r.payments);
    records one = measures.read(options, decimal_mark_of(r.decimal));
    if (options.gross) {
        take_gross(one);
    } else if (const std::string lacking = measures.lacking(); !lacking.empty()) {
        throw bad_usage(line.name + " needs " + lacking +
                        (can_be_gross(m) && lacks_reference(one) ? "; without a reference group give --gross" : "") +
                        how_to_write(line));
    }
    for (const std::string& warning : reconciler(known, on_usual_scales(options, known)).warnings_of(one, r.strict)) {
        warn(io, warning);
    }
    const std::vector<const metric*> metrics = with_company(m, one, options);
    report about = make_report(std::move(one), metrics, options);
    result& asked = about.results.front();
    const std::string years = assumed_years(m, about.rows);
    if (asked.comes_to.ok() && asked.note.empty()) {
        asked.note = years;
    }
    if (over_time) {
        compound(asked, *over_time);
    }
    if (plan) {
        apply(*plan, about);
    }
    put_as(io, output, output.raw ? raw_text(asked) : writer_of(output.form, metric_writers())(about, output, known));
    return 0;
}

}  // namespace cxm
