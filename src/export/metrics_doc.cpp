#include <fmt/format.h>

#include <cxm/estimate.hpp>
#include <cxm/inference.hpp>
#include <cxm/spell.hpp>

#include "export/exports.hpp"
#include "write/formula_text.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

std::string interval_of(const metric& m) {
    switch (inference_of(m)) {
        case inference::own:
            return m.terms.empty() ? "its own (see the source)" : "of its terms together (see the source)";
        case inference::net: return "adjusted Wald (or score)";
        case inference::share: return "Wilson (or Clopper-Pearson, Jeffreys, Agresti-Coull)";
        case inference::rate: return "Poisson (Garwood)";
        case inference::mean: return "t, where the sum of squares is known";
        default: return "none: " + std::string(needs_single_values);
    }
}

std::string metric_section(const metric& m) {
    std::string text =
        fmt::format("### `{}`\n\n**{}.** {}\n\n    {} = {}\n\n", m.key, m.title, m.meaning, m.key, formula_text(m));
    if (!m.source.empty() && m.terms.empty()) {
        text += fmt::format("Example: `{}` = {}\n\n", spell(m.value, m.example.inputs),
                            people_value(m, m.example.result, {}));
    }
    text += fmt::format("- Unit: {}; better: {}. Interval: {}.\n", name(m.shown), name(m.better), interval_of(m));
    const auto line = [&](std::string_view title, std::string_view what) {
        text += what.empty() ? "" : fmt::format("- {}: {}\n", title, what);
    };
    if (m.chain != chained::no) {
        text += "- Over several periods: the product of what the periods keep, with Greenwood's limits.\n";
    }
    line("Reading", m.guide);
    line("Pitfalls", m.pitfalls);
    line("Rivals", m.rivals);
    line("Source", m.source);
    return text + "\n";
}

}  // namespace

std::string metrics_doc(const catalogue& known) {
    std::string text =
        "# Metrics\n\n"
        "Made by `cxm export metrics-doc`; change the definitions in include/cxm/metrics, not this page.\n\n";
    for (const catalogue::group& theme : known.themes()) {
        text += fmt::format("## {}\n\n", theme.title);
        for (const metric* m : theme.metrics) {
            text += metric_section(*m);
        }
    }
    text += "## Measures\n\n| measure | unit | over time | what it counts |\n|---|---|---|---|\n";
    for (const measure* m : known.measures()) {
        text += fmt::format("| `{}` | {} | {} | {} |\n", m->key, name(m->of), name(m->joins), m->meaning);
    }
    return text +
           "\nOver time: a *flow* adds up, an *opening* takes the first period's value, a *closing* the last one's, a "
           "*distinct* count does not add over periods, a *fixed* assumption must be the same wherever it is pooled. All "
           "but fixed ones add across segments.\n";
}

}  // namespace cxm
