#include "run/report_lacks.hpp"

#include <algorithm>
#include <cxm/metrics/experience.hpp>
#include <cxm/spell.hpp>

#include "intake/unknown_name.hpp"
#include "results/report.hpp"
#include "text/problem.hpp"

namespace cxm {

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

template <class Given>
bool has_stand_in(const metric& m, const measure& input, const Given& is_given) {
    const auto is_known = [&](const stand_in& each) { return is_given(*each.of); };
    return std::none_of(m.stand_ins.begin(), m.stand_ins.end(), is_known) &&
           std::any_of(m.stand_ins.begin(), m.stand_ins.end(),
                       [&](const stand_in& each) { return *each.of == input && is_given(*each.by); });
}

/// Without what it needs, and what that stands beside, a term is only 0 in its sum.
bool is_needed(const metric& m, const measure& input) {
    return m.needs != nullptr && (input == *m.needs || (m.needs->beside != nullptr && input == *m.needs->beside));
}

lack lack_of(const records& rows, const metric& m) {
    const auto is_given = [&](const measure& input) {
        const records::number_column* column = rows.find(input);
        return column != nullptr && !std::all_of(column->values.begin(), column->values.end(), is_missing);
    };
    lack of;
    for (const measure* input : m.value.inputs()) {
        const bool alone = input->beside != nullptr && is_given(*input->beside);
        if (is_given(*input)) {
            of.any_given = true;
        } else if ((is_missing(absent_in(m.value, *input)) || alone || is_needed(m, *input)) &&
                   !has_stand_in(m, *input, is_given)) {
            of.measures.push_back(input);
            of.pooled = of.pooled.empty() ? why_not_pooled(rows.find(*input)) : of.pooled;
        }
    }
    return of;
}

std::string in_words(const lack& what, const metric& m) {
    const bool reference =
        can_be_gross(m) && std::any_of(what.measures.begin(), what.measures.end(),
                                       [](const measure* input) { return *input == reference_customers; });
    return std::string(m.key) + " lacks " + (what.measures.empty() ? "whole records" : listed(what.measures)) +
           (what.pooled.empty() ? "" : " (" + std::string(what.pooled) + ")") +
           (reference ? " (without a reference group: cxm report --gross)" : "");
}

}  // namespace

std::string lacking_in_words(const records& rows, const metric& m) { return in_words(lack_of(rows, m), m); }

void refuse_empty(const record_input& input, const records& rows, const std::vector<const metric*>& metrics) {
    if (!input.why_empty().empty()) {
        throw bad_input(shown_end(rows.source), input.why_empty());
    }
    if (rows.numbers.empty()) {
        throw no_records(shown_end(rows.source), no_measure_at_all("nothing in it"), rows.source);
    }
    std::vector<std::pair<std::size_t, std::string>> lacking;
    for (const metric* m : metrics) {
        const lack what = lack_of(rows, *m);
        // What has nothing at all of a metric is not near to it.
        constexpr std::size_t far_away = 100;
        lacking.emplace_back(what.measures.size() + (what.any_given ? 0 : far_away), in_words(what, *m));
    }
    std::stable_sort(lacking.begin(), lacking.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    constexpr std::size_t most = 4;
    std::string text = "no metric can be computed";
    for (std::size_t i = 0; i < std::min(most, lacking.size()); ++i) {
        text += (i == 0 ? ": " : "; ") + lacking[i].second;
    }
    throw bad_input(shown_end(rows.source), text + (lacking.size() > most ? "; and so on" : ""));
}

}  // namespace cxm
