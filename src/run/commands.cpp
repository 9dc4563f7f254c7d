#include <algorithm>
#include <cxm/catalogue.hpp>

#include <fmt/format.h>

#include "run/command.hpp"

namespace cxm {

namespace {

constexpr command table[] = {
    {"report", "Every metric that the records allow, with intervals", errand::figures, run_report},
    {"explain", "A metric's formula, meaning, pitfalls and source, with your numbers filled in", errand::figures,
     run_explain},
    {"compare", "Whether a number moved, by how much, and why", errand::judging, run_compare},
    {"trend", "Whether a series moved more than it does anyway: control charts", errand::judging, run_trend},
    {"adjust", "p-values of tests that were made at once, judged together", errand::judging, run_adjust},
    {"check", "A gate for CI: rules that must hold of the data", errand::judging, run_check},
    {"solve", "What a measure has to be for a metric to meet a target", errand::planning, run_solve},
    {"sample", "How many answers a survey or an A/B test needs", errand::planning, run_sample},
    {"sensitivity", "What one more, and 1 % more, of each measure does to a metric", errand::planning, run_sensitivity},
    {"payback", "How long a customer takes to pay back what it took to win them", errand::planning, run_payback},
    {"tally", "Raw rows to records: surveys, events, customer lists counted by period and label", errand::data,
     run_tally},
    {"merge", "Records of the same period and labels, from shards of one whole, added up", errand::data, run_merge},
    {"list", "The metrics with their formulas, or the measures they are made of", errand::reference, run_list},
    {"export", "What the program knows, for machines and pages: catalogue, schemas, docs", errand::reference,
     run_export},
    {"completion", "A script that completes commands, metrics, flags and their values in a shell", errand::reference,
     run_completion},
    {"version", "The program's version", errand::reference, run_version},
};

constexpr word_for<errand> errand_titles[] = {
    {"Figures", errand::figures}, {"Judging them", errand::judging}, {"Planning", errand::planning},
    {"Data", errand::data},       {"Reference", errand::reference},
};

std::string metrics_by_line() {
    std::string text = "Metrics:";
    constexpr std::size_t indent = 8;
    constexpr std::size_t width = 79;
    std::size_t column = indent;
    for (const theme& t : themes) {
        for (const metric* m : t.metrics) {
            if (column + m->key.size() + 1 > width) {
                text += "\n" + std::string(indent, ' ');
                column = indent;
            }
            text += " " + std::string(m->key);
            column += m->key.size() + 1;
        }
    }
    return text + "\n";
}

}  // namespace

std::span<const command> commands() { return table; }

command_line line_for(std::string_view command_name, std::string_view of) {
    const auto* const at =
        std::find_if(std::begin(table), std::end(table), [&](const command& c) { return c.name == command_name; });
    return {fmt::format("cxm {}{}{}", at->name, of.empty() ? "" : " ", of), std::string(at->summary)};
}

std::string program_help() {
    std::string text =
        "cxm - customer-experience metrics from what a business counts\n"
        "\n"
        "  cxm METRIC --measure N …     one number now: cxm nps --promoters 300 --passives 100 --detractors 100\n";
    for (const auto& [title, serves] : errand_titles) {
        text += fmt::format("\n{}:\n", title);
        for (const command& c : commands()) {
            if (c.serves == serves) {
                text += fmt::format("  cxm {:<24} {}\n", c.name, c.summary);
            }
        }
    }
    return text + "\n" + metrics_by_line() +
           "\n'cxm COMMAND --help' and 'cxm METRIC --help' list their flags; 'cxm explain METRIC' tells what it is.\n";
}

}  // namespace cxm
