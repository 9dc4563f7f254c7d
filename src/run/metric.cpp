#include <cxm/metrics/experience.hpp>
#include <cxm/rollup.hpp>

#include "intake/reconciler.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/measures.hpp"
#include "run/metric_command.hpp"
#include "run/metrics_wanted.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "write/csv/report.hpp"
#include "write/json/report.hpp"
#include "write/markdown/report.hpp"
#include "write/number/number_text.hpp"
#include "write/one.hpp"

namespace cxm {

namespace {

/// The number of periods that a result is carried over or back to one of, as typed and as read.
struct periods_flag {
    std::optional<std::string> text = {};
    double count = 0;
};

/// What one metric is asked for.
struct metric_flags {
    output_flags output;
    interval_flags intervals;
    std::optional<std::string> decimal;
    std::vector<std::string> metric_files;
    bool strict = false;
    periods_flag annualise;   ///< how many periods a year has
    periods_flag per_period;  ///< how many periods the measures are of
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

void settle(periods_flag& given, std::string_view flag) {
    if (!given.text) {
        return;
    }
    const auto periods = parse_number(*given.text);
    if (!periods || !(*periods > 0 && *periods <= 1e6)) {
        throw bad_usage(std::string(flag) + ": " + quoted(*given.text) + " is no number of periods; write 12");
    }
    given.count = *periods;
}

void settle_periods(metric_flags& r) {
    if (r.annualise.text && r.per_period.text) {
        throw bad_usage("--annualise and --per-period undo each other; give one");
    }
    settle(r.annualise, "--annualise");
    settle(r.per_period, "--per-period");
}

/// Compounds a loss that stays the same: one less what is left after so many periods, never so many times the loss.
void compound(result& r, double periods) {
    const auto over = [&](double share) {
        return r.of->chain == chained::lost ? annualised(share, periods) : 1 - annualised(1 - share, periods);
    };
    r.comes_to.value = r.comes_to.ok() ? over(r.comes_to.value) : r.comes_to.value;
    if (r.limits) {
        r.limits->low = over(r.limits->low);
        r.limits->high = over(r.limits->high);
    }
}

/// Does what --annualise or --per-period asks, and returns the words for it; the result's note points into them.
std::string compound(result& r, const metric_flags& asked) {
    if (asked.annualise.text) {
        compound(r, asked.annualise.count);
        return "over " + *asked.annualise.text + " periods, at constant churn";
    }
    if (asked.per_period.text) {
        compound(r, 1 / asked.per_period.count);
        return "per period of " + *asked.per_period.text + ", at constant churn";
    }
    return {};
}

std::string raw_text(const result& r) {
    if (!r.comes_to.ok()) {
        throw bad_input("", std::string(r.of->key) + " is " +
                                (r.comes_to.is == status::undefined ? "undefined: " : "missing: ") + why_no_value(r) +
                                "; --raw has no number to print");
    }
    std::string text;
    append_number(text, r.comes_to.value);
    return text + "\n";
}

/// The results behind that of the metric itself: its terms first, then what stands beside it.
std::span<const result> terms_of(const report& about) {
    return std::span(about.results).subspan(1, about.metrics.front()->terms.size());
}

std::span<const result> beside(const report& about) {
    return std::span(about.results).subspan(1 + about.metrics.front()->terms.size());
}

/// The terms of a sum first, then what they come to, then the others.
std::vector<result> in_order_of_sum(const report& about) {
    std::vector<result> ordered(terms_of(about).begin(), terms_of(about).end());
    ordered.push_back(about.results.front());
    ordered.insert(ordered.end(), beside(about).begin(), beside(about).end());
    return ordered;
}

struct metric_writer {
    format form;
    std::string (*write)(const report& about, const output_settings& how, const catalogue& known);
};

std::string as_json(const report& about, const output_settings& how, const catalogue&) {
    return json_one(about.results.front(), terms_of(about), how.shown_currency(), beside(about));
}

std::string as_csv(const report& about, const output_settings& how, const catalogue&) {
    const csv_form columns{.keep_missing = true, .texts = how.texts};
    std::string text;
    append_csv_header(text, columns);
    append_csv(text, about, columns);
    return text;
}

constexpr metric_writer metric_writers[] = {
    {format::table,
     [](const report& about, const output_settings& how, const catalogue&) {
         return write_ones(in_order_of_sum(about), how.shown_currency(), how.drawn);
     }},
    {format::json, as_json},
    {format::ndjson, as_json},
    {format::csv, as_csv},
    {format::markdown,
     [](const report& about, const output_settings&, const catalogue& known) {
         return write_markdown(about, known.themes(), {.keep_missing = true});
     }},
};

command_line line_of(const metric& m, metric_flags& r, measure_flags& measures) {
    const std::string key(m.key);
    command_line line{"cxm " + key, std::string(m.title) + ": " + std::string(m.meaning),
                      "'cxm explain " + key + "' says what it means and how it misleads."};
    measures.add_to(line.flags);
    line.flags.push_back(raw_flag(r.output));
    add_flags(line.flags, r.output, formats_in(metric_writers));
    add_flags(line.flags, r.intervals, &m);
    if (m.chain != chained::no) {
        line.flags.push_back({"--annualise,--annualize", "PERIODS",
                              "What it comes to over so many periods, at constant churn", &r.annualise.text,
                              "Over time"});
        line.flags.push_back({"--per-period", "PERIODS", "Back: what it is per period, the measures being of so many",
                              &r.per_period.text, "Over time"});
    }
    add_decimal_flag(line.flags, r.decimal);
    line.flags.push_back({"--strict", "", "Refuse what is otherwise warned about", &r.strict, "Input"});
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
    metric_flags r;
    // The user's metrics must be known before the flags are, as their measures are flags.
    const catalogue known = catalogue_of(metric_files(given));
    const metric& m = metric_of(known, std::string(key));
    measure_flags measures(m, true);
    const command_line line = line_of(m, r, measures);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(r.output, line, formats_in(metric_writers), io);
    const interval_settings intervals = settled(r.intervals, known);
    const report_options& options = intervals.options;
    require_fit(intervals, {&m});
    settle_periods(r);
    records one = measures.read(options, decimal_mark_of(r.decimal));
    if (options.gross) {
        take_gross(one);
    } else if (const std::string lacking = measures.lacking(); !lacking.empty()) {
        throw bad_usage(line.name + " needs " + lacking +
                        (lacks_reference(one) ? "; without a reference group give --gross" : "") + "; see '" +
                        line.name + " --help'");
    }
    for (const std::string& warning :
         reconciler(known, !intervals.options.says_any_scale()).warnings_of(one, r.strict)) {
        warn(io, warning);
    }
    const std::vector<const metric*> metrics = with_company(m, one, options);
    report about = make_report(std::move(one), metrics, options);
    result& asked = about.results.front();
    const std::string compounded = compound(asked, r);
    if (asked.comes_to.ok() && !compounded.empty()) {
        asked.note = compounded;
    }
    put(io, output.file, output.raw ? raw_text(asked) : writer_of(output.form, metric_writers)(about, output, known));
    return 0;
}

}  // namespace cxm
