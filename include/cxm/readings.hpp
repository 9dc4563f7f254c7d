#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <vector>

#include <cxm/metric.hpp>

namespace cxm {

/// Measures with their values, in any order: `{promoters = 3, passives = 1, detractors = 2}`.
using readings = std::initializer_list<reading>;

/// The sum of squared weights that a metric's answers may have; null where they are never weighted.
constexpr const measure* weights_of(const metric& m) {
    for (const measure* input : m.value.inputs()) {
        if (input->weights != nullptr) {
            return input->weights;
        }
    }
    return nullptr;
}

/// The measures whose values a metric's functions take, in this order: the formula's, then the sum of squares of a
/// score, then that of the weights of answers, then what stands in for others.
inline std::vector<const measure*> inputs_of(const metric& m) {
    const auto own = m.value.inputs();
    std::vector<const measure*> all(own.begin(), own.end());
    if (m.squares != nullptr) {
        all.push_back(m.squares);
    }
    if (const measure* weights = weights_of(m)) {
        all.push_back(weights);
    }
    for (const stand_in& each : m.stand_ins) {
        all.push_back(each.by);
    }
    return all;
}

/// Puts what stands in for measures into their places, where none of these is given; whether there was any. Inputs as
/// `inputs_of` orders them, or the formula's alone, which have no stand-ins.
inline bool take_stand_ins(const metric& m, std::span<double> inputs) {
    const std::size_t own = m.value.inputs().size();
    const std::size_t first = own + (m.squares != nullptr ? 1 : 0) + (weights_of(m) != nullptr ? 1 : 0);
    const auto is_known = [&](const stand_in& each) {
        const std::size_t at = position(m.value, *each.of);
        return at < own && !is_missing(inputs[at]);
    };
    if (inputs.size() < first + m.stand_ins.size() || std::any_of(m.stand_ins.begin(), m.stand_ins.end(), is_known)) {
        return false;
    }
    bool any = false;
    for (std::size_t i = 0; i < m.stand_ins.size(); ++i) {
        const std::size_t at = position(m.value, *m.stand_ins[i].of);
        if (at < own && !is_missing(inputs[first + i])) {
            inputs[at] = inputs[first + i];
            any = true;
        }
    }
    return any;
}

/// The values in the order of `inputs_of`, not_given where a measure is not named.
/// Throws std::invalid_argument for a measure that the metric does not use, and for one given twice.
inline std::vector<double> in_order(const metric& m, readings named) {
    const std::vector<const measure*> all = inputs_of(m);
    std::vector<double> inputs(all.size(), not_given);
    for (const reading& r : named) {
        const auto at = std::find_if(all.begin(), all.end(), [&](const measure* each) { return *each == *r.of; });
        detail::place(m.key, r, static_cast<std::size_t>(at - all.begin()), inputs);
    }
    return inputs;
}

}  // namespace cxm
