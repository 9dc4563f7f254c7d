#include <cxm/metrics/experience.hpp>
#include <cxm/rollup.hpp>

#include "intake/reconciler.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/measures.hpp"
#include "run/metric_operand.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"
#include "write/csv/report.hpp"
#include "write/json/report.hpp"
#include "write/markdown.hpp"
#include "write/number/number_text.hpp"
#include "write/one.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"table", "json", "ndjson", "csv", "markdown"};

struct request {
    output_flags output;
    interval_flags intervals;
    std::optional<std::string> decimal;
    std::vector<std::string> metric_files;
    bool strict = false;
    bool raw = false;
    std::optional<std::string> annualise;   ///< how many periods a year has
    std::optional<std::string> per_period;  ///< how many periods the measures are of
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

double periods_of(std::string_view flag, const std::string& text) {
    const auto periods = parse_number(text);
    if (!periods || !(*periods > 0 && *periods <= 1e6)) {
        throw bad_usage(std::string(flag) + ": " + quoted(text) + " is no number of periods; write 12");
    }
    return *periods;
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
std::string compound(result& r, const request& asked) {
    if (asked.annualise && asked.per_period) {
        throw bad_usage("--annualise and --per-period undo each other; give one");
    }
    std::string note;
    if (asked.annualise) {
        compound(r, periods_of("--annualise", *asked.annualise));
        note = "over " + *asked.annualise + " periods, at constant churn";
    } else if (asked.per_period) {
        compound(r, 1 / periods_of("--per-period", *asked.per_period));
        note = "per period of " + *asked.per_period + ", at constant churn";
    }
    return note;
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
std::span<const result> terms_of(const report& made) {
    return std::span(made.results).subspan(1, made.metrics.front()->terms.size());
}

std::span<const result> beside(const report& made) {
    return std::span(made.results).subspan(1 + made.metrics.front()->terms.size());
}

/// The terms of a sum first, then what they come to, then the others.
std::vector<result> in_order_of_sum(const report& made) {
    std::vector<result> all(terms_of(made).begin(), terms_of(made).end());
    all.push_back(made.results.front());
    all.insert(all.end(), beside(made).begin(), beside(made).end());
    return all;
}

std::string text_of(const report& made, const request& r, const catalogue& known, const streams& io) {
    const result& only = made.results.front();
    const std::string currency = r.output.currency.value_or("");
    std::string text;
    switch (format_of(r.output, formats)) {
        case format::json:
        case format::ndjson: return json_one(only, terms_of(made), currency, beside(made));
        case format::csv:
            append_csv_header(text, {});
            append_csv(text, made, {}, true);
            return text;
        case format::markdown: return write_markdown(made, known.themes(), {.all = true});
        default: return write_ones(in_order_of_sum(made), currency, look_of(r.output, io));
    }
}

}  // namespace

int run_metric(std::string_view key, const arguments& given, const streams& io) {
    request r;
    // The user's metrics must be known before the flags are, as their measures are flags.
    const catalogue known = catalogue_of(metric_files(given));
    const metric& m = metric_of(known, std::string(key));
    measure_flags measures(m, true);

    command_line line{"cxm " + std::string(m.key), std::string(m.title) + ": " + std::string(m.meaning),
                      "'cxm explain " + std::string(m.key) + "' says what it means and how it misleads."};
    measures.add_to(line.flags);
    line.flags.push_back({"--raw", "", "Print the bare number", &r.raw, "Output"});
    add_flags(line.flags, r.output, formats);
    add_flags(line.flags, r.intervals, &m);
    if (m.chain != chained::no) {
        line.flags.push_back({"--annualise,--annualize", "PERIODS",
                              "What it comes to over so many periods, at constant churn", &r.annualise, "Over time"});
        line.flags.push_back({"--per-period", "PERIODS", "Back: what it is per period, the measures being of so many",
                              &r.per_period, "Over time"});
    }
    add_decimal_flag(line.flags, r.decimal);
    line.flags.push_back({"--strict", "", "Refuse what is otherwise warned about", &r.strict, "Input"});
    add_metrics_flag(line.flags, r.metric_files);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const report_options options = options_of(r.intervals);
    require_interval_fits(r.intervals, {&m});
    records one = measures.read(options, options_of(input_flags{.decimal = r.decimal}, io).decimal.value_or('.'));
    if (options.gross) {
        take_gross(one);
    } else if (const std::string lacking = measures.lacking(); !lacking.empty()) {
        throw bad_usage("cxm " + std::string(m.key) + " needs " + lacking +
                        (lacks_reference(one) ? "; without a reference group give --gross" : "") + "; see 'cxm " +
                        std::string(m.key) + " --help'");
    }
    for (const std::string& warning : reconciler(known, r.strict, !r.intervals.scale).check(one)) {
        warn(io, warning);
    }
    std::vector<const metric*> shown_metrics = {&m};
    shown_metrics.insert(shown_metrics.end(), m.terms.begin(), m.terms.end());
    const std::vector<const metric*> others = computable(one, {m.beside.begin(), m.beside.end()}, options);
    shown_metrics.insert(shown_metrics.end(), others.begin(), others.end());
    report made = make_report(std::move(one), std::move(shown_metrics), options);
    const std::string compounded = compound(made.results.front(), r);
    if (made.results.front().comes_to.ok() && !compounded.empty()) {
        made.results.front().note = compounded;
    }
    put(io, r.output, r.raw ? raw_text(made.results.front()) : text_of(made, r, known, io));
    return 0;
}

}  // namespace cxm
