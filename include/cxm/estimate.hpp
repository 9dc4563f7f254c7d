#pragma once

#include <algorithm>
#include <concepts>
#include <span>
#include <string_view>

#include <cxm/estimate/estimator.hpp>
#include <cxm/estimate/options.hpp>
#include <cxm/estimate/standard_error.hpp>
#include <cxm/inference.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// Value, interval and n of a metric; see `estimator`.
inline estimate estimate_of(const metric& m, std::span<const double> inputs, const interval_options& options = {}) {
    return estimator(m, options)(inputs);
}

/// The same for readings in any order: `estimate_of(nps, {promoters = 3, passives = 1, detractors = 2}, options)`.
inline estimate estimate_of(const metric& m, readings named, const interval_options& options = {}) {
    return estimate_of(m, in_order(m, named), options);
}

/// The same without options: `estimate_of(nps, promoters = 3, passives = 1, detractors = 2)`.
estimate estimate_of(const metric& m, std::same_as<reading> auto... named) {
    return estimate_of(m, in_order(m, {named...}));
}

/// Why there is none where only sums are known.
inline constexpr std::string_view needs_single_values =
    "totals do not show how much single orders, tickets or customers differ";

/// Why a value has no interval; empty where it should have one.
inline std::string_view why_no_interval(const metric& m, const estimate& made) {
    if (!made.comes_to.ok() || made.limits) {
        return {};
    }
    if (m.value.empty()) {
        return "it comes without limits";
    }
    if (m.shown != as::score && inference_of(m) == inference::mean) {
        return is_missing(made.n) ? needs_single_values : made.n < 2 ? "one value has no spread" : "all are alike";
    }
    if (inference_of(m) == inference::mean) {
        return made.n < 2 ? "one answer says nothing of how much answers differ"
                          : "needs the sum of the squared answers, or answers that differ";
    }
    const auto inputs = m.value.inputs();
    if (std::all_of(inputs.begin(), inputs.end(), [](const measure* i) { return i->joins == over_time::fixed; })) {
        return "only as good as the assumptions given";
    }
    if (m.value.steps().size() == 1) {
        return "a level is counted, not drawn from more";
    }
    switch (inference_of(m)) {
        case inference::own: return "not defined for these inputs";
        case inference::none:
            return std::all_of(inputs.begin(), inputs.end(), [](const measure* i) { return is_count(i->of); })
                       ? "a balance does not say how many came and how many went"
                       : needs_single_values;
        default: return {};
    }
}

}  // namespace cxm
