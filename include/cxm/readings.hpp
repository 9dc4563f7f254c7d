#pragma once

#include <initializer_list>
#include <vector>

#include <cxm/metric.hpp>

namespace cxm {

/// Measures with their values, in any order: `{promoters = 3, passives = 1, detractors = 2}`.
using readings = std::initializer_list<reading>;

/// The measures whose values a metric's functions take, in this order: the formula's, then the sum of squares of a
/// score.
inline std::vector<const measure*> inputs_of(const metric& m) {
    const auto own = m.value.inputs();
    std::vector<const measure*> all(own.begin(), own.end());
    if (m.squares != nullptr) {
        all.push_back(m.squares);
    }
    return all;
}

/// The values in the order of `inputs_of`, not_given where a measure is not named.
/// Throws std::invalid_argument for a measure that the metric does not use, and for one given twice.
inline std::vector<double> in_order(const metric& m, readings named) {
    std::vector<double> inputs(inputs_of(m).size(), not_given);
    for (const reading& r : named) {
        const bool is_squares = m.squares != nullptr && *r.of == *m.squares;
        detail::place(m.key, r, is_squares ? m.value.inputs().size() : position(m.value, *r.of), inputs);
    }
    return inputs;
}

}  // namespace cxm
