#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <cxm/outcome.hpp>

namespace cxm {

namespace detail {

/// Rows are taken so many at a time: what is between the steps stays in the processor's nearest memory.
using some_rows = std::array<double, 256>;

inline void apply(operation does, some_rows& left, const some_rows& right, std::size_t count) {
    constexpr double largest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < count; ++i) {
        switch (does) {
            case operation::add: left[i] += right[i]; break;
            case operation::subtract: left[i] -= right[i]; break;
            case operation::multiply: left[i] *= right[i]; break;
            default: left[i] = right[i] > 0 && right[i] <= largest ? left[i] / right[i] : not_given;
        }
    }
}

}  // namespace detail

/// Evaluates a formula for many records at once, as `evaluate` would each: its value where that is ok, `not_given`
/// where it is not.
///
/// `inputs` are columns in the formula's order, each as long as `into`; null where no record has the measure.
inline void evaluate_columns(const formula& f, std::span<const double* const> inputs, std::span<double> into) {
    constexpr double largest = std::numeric_limits<double>::max();
    std::vector<detail::some_rows> stack(f.steps().size());
    if (f.empty()) {
        std::fill(into.begin(), into.end(), not_given);
    }
    const auto is_given = [&](std::size_t input, std::size_t row) {
        return inputs[input] != nullptr && !is_missing(inputs[input][row]);
    };
    // Only where every measure has a worth when absent can a value come from nothing.
    const bool may_lack_all =
        std::none_of(f.inputs().begin(), f.inputs().end(), [](const measure* m) { return is_missing(m->absent); });
    for (std::size_t first = 0; first < into.size() && !f.empty(); first += stack[0].size()) {
        const std::size_t count = std::min(stack[0].size(), into.size() - first);
        std::size_t top = 0;
        for (const step s : f.steps()) {
            if (s.does == operation::constant) {
                stack[top++].fill(f.constant(s.at));
            } else if (s.does == operation::input) {
                const double absent = f.inputs()[s.at]->absent;
                detail::some_rows& values = stack[top++];
                if (inputs[s.at] == nullptr) {
                    values.fill(absent);
                    continue;
                }
                for (std::size_t i = 0; i < count; ++i) {
                    const double value = inputs[s.at][first + i];
                    values[i] = is_missing(value) ? absent : value;
                }
            } else {
                --top;
                detail::apply(s.does, stack[top - 1], stack[top], count);
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            const double value = stack[0][i];
            into[first + i] = value >= -largest && value <= largest ? value + 0.0 : not_given;
        }
        for (std::size_t i = 0; may_lack_all && !f.inputs().empty() && i < count; ++i) {
            bool any = false;
            for (std::size_t input = 0; input < inputs.size(); ++input) {
                any = any || is_given(input, first + i);
            }
            into[first + i] = any ? into[first + i] : not_given;
        }
    }
}

}  // namespace cxm
