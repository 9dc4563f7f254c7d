#include "run/report_request.hpp"

#include <algorithm>
#include <cxm/metrics/experience.hpp>
#include <cxm/spell.hpp>

#include "catalogue/targets.hpp"
#include "intake/unknown_name.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"

namespace cxm {

report_options options_of(const report_request& r, const catalogue& known) {
    report_options options = options_of(r.intervals);
    if (r.targets) {
        options.targets = read_targets(read_text(*r.targets), *r.targets, known);
    }
    if (r.benchmarks) {
        options.benchmarks = read_targets(read_text(*r.benchmarks), *r.benchmarks, known);
    }
    return options;
}

std::vector<const metric*> chosen(const report_request& r, const catalogue& known) {
    return r.metrics.empty() ? known.metrics() : metrics_of(known, r.metrics);
}

namespace {

/// Why pooling left a measure without a value; empty where it is simply not there.
std::string_view why_not_pooled(const records::number_column* column) {
    if (column == nullptr) {
        return {};
    }
    const auto at =
        std::find_if(column->why.begin(), column->why.end(), [](std::string_view why) { return !why.empty(); });
    return at == column->why.end() ? std::string_view() : *at;
}

/// What no record has of a metric's measures.
struct lack {
    std::vector<const measure*> measures;
    std::string_view pooled;  ///< why pooling left one without a value
    bool any_given = false;   ///< something else of the metric is there
};

lack lack_of(const records& rows, const metric& m) {
    const auto is_given = [&](const measure& input) {
        const records::number_column* column = rows.find(input);
        return column != nullptr && !std::all_of(column->values.begin(), column->values.end(), is_missing);
    };
    lack found;
    for (const measure* input : m.value.inputs()) {
        const bool alone = input->beside != nullptr && is_given(*input->beside);
        if (is_given(*input)) {
            found.any_given = true;
        } else if (is_missing(input->absent) || alone) {
            found.measures.push_back(input);
            found.pooled = found.pooled.empty() ? why_not_pooled(rows.find(*input)) : found.pooled;
        }
    }
    return found;
}

std::string in_words(const lack& found, const metric& m) {
    const bool reference = std::any_of(found.measures.begin(), found.measures.end(),
                                       [](const measure* input) { return *input == reference_customers; });
    return std::string(m.key) + " lacks " + (found.measures.empty() ? "whole records" : listed(found.measures)) +
           (found.pooled.empty() ? "" : " (" + std::string(found.pooled) + ")") +
           (reference ? " (without a reference group: cxm report --gross)" : "");
}

}  // namespace

std::string lacking_in_words(const records& rows, const metric& m) { return in_words(lack_of(rows, m), m); }

void refuse_empty(const record_input& input, const records& rows, const std::vector<const metric*>& metrics) {
    if (!input.why_empty().empty()) {
        throw bad_input(shown(rows.source), input.why_empty());
    }
    if (rows.numbers.empty()) {
        throw bad_input(shown(rows.source), no_measure_at_all("nothing in it"));
    }
    std::vector<std::pair<std::size_t, std::string>> lacking;
    for (const metric* m : metrics) {
        const lack found = lack_of(rows, *m);
        // What has nothing at all of a metric is not near to it.
        constexpr std::size_t far_away = 100;
        lacking.emplace_back(found.measures.size() + (found.any_given ? 0 : far_away), in_words(found, *m));
    }
    std::stable_sort(lacking.begin(), lacking.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    constexpr std::size_t most = 4;
    std::string text = "no metric can be computed";
    for (std::size_t i = 0; i < std::min(most, lacking.size()); ++i) {
        text += (i == 0 ? ": " : "; ") + lacking[i].second;
    }
    throw bad_input(shown(rows.source), text + (lacking.size() > most ? "; and so on" : ""));
}

void require_free_names(const std::vector<std::string>& labels, bool wide, const std::vector<const metric*>& metrics) {
    constexpr std::string_view tidy[] = {"period", "metric", "value", "unit", "low", "high", "n", "status", "reason"};
    for (const std::string& label : labels) {
        const bool taken =
            wide ? std::any_of(metrics.begin(), metrics.end(), [&](const metric* m) { return m->key == label; })
                 : std::find(std::begin(tidy), std::end(tidy), label) != std::end(tidy);
        if (taken) {
            throw bad_input(
                "", "label " + quoted(label) + " has the name of a column of the CSV; rename it, or use --format json");
        }
    }
}

}  // namespace cxm
