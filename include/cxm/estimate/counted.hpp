#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <cxm/inference.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// What the weights of answers do to their number: Kish's effective number over the sum of the weights, which is that
/// sum over the sum of their squares. 1 where they are not weighted.
inline double worth_of_weights(const metric& m, std::span<const double> inputs, double sum_of_weights) {
    const measure* const weights = weights_of(m);
    const std::size_t at = m.value.inputs().size() + (m.squares != nullptr ? 1 : 0);
    return weights == nullptr || at >= inputs.size() || !(inputs[at] > 0) ? 1 : sum_of_weights / inputs[at];
}

/// The weights of a survey's answers, added up: its net parts, or what its mean or share is of.
inline double sum_of_weights(const metric& m, std::span<const double> inputs) {
    if (!is_net(m)) {
        return evaluate(split(m.value).bottom, inputs).value;
    }
    double sum = 0;
    for (const measure* part : m.net) {
        sum += inputs[position(m.value, *part)];
    }
    return sum;
}

/// Whether a metric's intervals are those of a count that may be fractional, and is rounded for them.
inline bool rounds_counts(const metric& m) {
    const auto inputs = m.value.inputs();
    return inference_of(m) == inference::share &&
           std::any_of(inputs.begin(), inputs.end(), [](const measure* input) { return input->in_parts; });
}

/// The inputs as counts that chance may be judged by: answers as many as their weights are worth. The value they come
/// to is the same.
inline std::vector<double> counted_inputs(const metric& m, std::span<const double> inputs) {
    std::vector<double> counts(inputs.begin(), inputs.end());
    const double worth = weights_of(m) == nullptr ? 1 : worth_of_weights(m, inputs, sum_of_weights(m, inputs));
    if (worth != 1) {
        std::for_each(counts.begin(), counts.end(), [&](double& count) { count *= worth; });
        counts.back() = not_given;
    }
    return counts;
}

}  // namespace cxm
