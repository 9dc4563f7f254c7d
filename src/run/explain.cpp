#include <algorithm>

#include "export/exports.hpp"
#include "results/assumed_years.hpp"
#include "results/report.hpp"
#include "run/command.hpp"
#include "run/explain_model.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/scales.hpp"
#include "run/metric_command.hpp"
#include "write/explain.hpp"
#include "write/json/report.hpp"

namespace cxm {

namespace {

/// A metric, the results from the numbers given, if any, and what both are told by.
struct told {
    const metric& of;
    const report& with;
    const catalogue& known;
    const output_settings& how;
};

struct explanation_writer {
    format form;
    std::string (*write)(const told& t);
};

constexpr explanation_writer explain_writers[] = {
    {format::table,
     [](const told& t) {
         look drawn = t.how.drawn;
         drawn.width = std::min<std::size_t>(drawn.width, 100);
         return write_explanation(t.of, t.with, t.how.shown_currency(), drawn);
     }},
    {format::json,
     [](const told& t) {
         return t.with.results.empty() ? metric_json(t.of, t.known)
                                       : json_one(t.with.results.front(), {}, t.how.shown_currency());
     }},
};

/// The metric first, then the others that the same numbers allow.
std::vector<const metric*> told_with(const metric& m, const catalogue& known, const records& one,
                                     const report_options& options) {
    std::vector<const metric*> metrics = {&m};
    for (const metric* other : computable(one, known.metrics(), options)) {
        if (other != &m) {
            metrics.push_back(other);
        }
    }
    return metrics;
}

}  // namespace

int run_explain(const arguments& given, const streams& io) {
    // A metric of the user's own may be called like a model.
    if (metric_files(given).empty() && names_model(given)) {
        return run_explain_model(given, io);
    }
    refuse_misspelt_model(given);
    interval_flags interval_texts;
    metric_command about("explain", given);
    about.add_measures(true);
    about.add_decimal();
    add_flags(about.line.flags, interval_texts, about.of());
    about.add_output(formats_in(explain_writers), {.words = true});
    about.other_words = words_of_models();
    const auto output = about.settle(io);
    if (!output) {
        return 0;
    }
    const metric& m = *about.of();
    const interval_settings intervals = settled(interval_texts, about.known());
    require_fit(intervals, {&m});
    report results;
    std::string years;
    if (about.measures().given()) {
        records one = about.record_given(intervals.options, on_usual_scales(intervals.options, about.known()), io);
        const std::vector<const metric*> metrics = told_with(m, about.known(), one, intervals.options);
        results = make_report(std::move(one), metrics, intervals.options);
        result& own = results.results.front();
        years = assumed_years(m, results.rows);
        if (own.comes_to.ok() && own.note.empty()) {
            own.note = years;
        }
    }
    put(io, output->file, writer_of(output->form, explain_writers)({m, results, about.known(), *output}));
    return 0;
}

}  // namespace cxm
