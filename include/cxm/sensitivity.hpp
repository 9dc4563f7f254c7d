#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/legal.hpp>
#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// What a little more of one input does to a metric, in the metric's unit.
struct input_effect {
    const measure* of;
    double input;
    std::optional<double> plus_one;      ///< of +1: absent where that is no legal input or has no result
    std::optional<double> plus_percent;  ///< of 1 % of the input's size on top, whole or not; absent as above
};

/// The effect of each input of a metric, the largest effect of +1 % first; empty where the metric has no value.
/// `inputs` in the formula's order; one that is not given counts as `input_value` says.
inline std::vector<input_effect> sensitivity(const metric& m, std::span<const double> inputs) {
    const outcome now = evaluate(m.value, inputs);
    std::vector<input_effect> effects;
    if (!now.ok()) {
        return effects;
    }
    std::vector<double> changed(inputs.begin(), inputs.end());
    for (std::size_t i = 0; i < m.value.inputs().size(); ++i) {
        const measure* of = m.value.inputs()[i];
        const double input = input_value(m.value, inputs, i);
        const auto effect_of = [&](double value) -> std::optional<double> {
            changed[i] = value;
            const outcome then = are_legal(m, changed) ? evaluate(m.value, changed) : outcome{};
            changed[i] = inputs[i];
            return then.ok() ? std::optional(then.value - now.value) : std::nullopt;
        };
        effects.push_back({of, input, effect_of(input + 1.0), effect_of(input + 0.01 * std::fabs(input))});
    }
    std::stable_sort(effects.begin(), effects.end(), [](const input_effect& a, const input_effect& b) {
        return std::fabs(a.plus_percent.value_or(0.0)) > std::fabs(b.plus_percent.value_or(0.0));
    });
    return effects;
}

/// The same for readings: `sensitivity(nps, promoters = 3, passives = 1, detractors = 2)`.
inline std::vector<input_effect> sensitivity(const metric& m, std::same_as<reading> auto... named) {
    return sensitivity(m, in_order(m, {named...}));
}

}  // namespace cxm
