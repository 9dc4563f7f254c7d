#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>

#include <cxm/exact_zero.hpp>
#include <cxm/formula.hpp>

namespace cxm {

/// Whether a number came out: `missing` lacks a measure, `undefined` is legal input without a result.
enum class status : std::uint8_t { ok, undefined, missing };

/// What a formula comes to; never NaN, infinite or -0 where it is ok.
struct outcome {
    status is = status::missing;
    double value = 0;     ///< the result where ok; the offending denominator (or overflow) where undefined
    std::uint8_t at = 0;  ///< the step that gave no number: an input where missing, a division where undefined

    constexpr bool ok() const { return is == status::ok; }
    constexpr explicit operator bool() const { return ok(); }
};

/// What a measure is worth in a formula where it is not given, if what stands beside it is not either; not_given where
/// the formula cannot do without it, as where it does not have what stands beside it.
constexpr double absent_in(const formula& f, const measure& m) {
    return m.beside == nullptr || position(f, *m.beside) < f.inputs().size() ? m.absent : not_given;
}

/// What an input comes to: what is given, else what its measure is worth when absent; not_given where it is missing.
constexpr double input_value(const formula& f, std::span<const double> inputs, std::size_t at) {
    if (!is_missing(inputs[at])) {
        return inputs[at];
    }
    const measure& m = *f.inputs()[at];
    const std::size_t none = f.inputs().size();
    const std::size_t beside = m.beside == nullptr ? none : position(f, *m.beside);
    return beside < none && !is_missing(inputs[beside]) ? not_given : absent_in(f, m);
}

namespace detail {

/// Whether the sum that step `at` left is rounding alone, and so 0; never while compiling.
constexpr bool leaves_rounding(const formula& f, std::span<const double> inputs, std::size_t at, double right,
                               double sum) {
    if (std::is_constant_evaluated() || !nearly_cancels(right, sum) || !adds_computed(f.steps(), at)) {
        return false;
    }
    double values[formula::most_inputs];
    for (std::size_t i = 0; i < f.inputs().size(); ++i) {
        values[i] = input_value(f, inputs, i);
    }
    return is_exactly_zero(f, values, at + 1);
}

}  // namespace detail

/// Evaluates a formula over the values of its inputs, in their order, each as `input_value` takes it.
///
/// A sum that cancels is 0, also where doubles would leave rounding of it.
/// Where nothing at all is given the result is missing, whatever the measures are worth when absent.
/// A denominator that is not above 0 gives `undefined`: no customer metric has a meaning below a negative total.
constexpr outcome evaluate(const formula& f, std::span<const double> inputs) {
    constexpr double largest = std::numeric_limits<double>::max();
    double stack[formula::most_steps];
    std::size_t top = 0;
    bool any_given = false;
    const auto steps = f.steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto at = static_cast<std::uint8_t>(i);
        const step s = steps[i];
        if (s.does == operation::input) {
            const double value = input_value(f, inputs, s.at);
            any_given = any_given || !is_missing(inputs[s.at]);
            if (is_missing(value)) {
                return {status::missing, 0, at};
            }
            stack[top++] = value;
            continue;
        }
        if (s.does == operation::constant) {
            stack[top++] = f.constant(s.at);
            continue;
        }
        const double right = stack[--top];
        double& left = stack[top - 1];
        switch (s.does) {
            case operation::add:
            case operation::subtract:
                left += s.does == operation::add ? right : -right;
                left = detail::leaves_rounding(f, inputs, i, right, left) ? 0 : left;
                break;
            case operation::multiply: left *= right; break;
            default:
                if (!(right > 0 && right <= largest)) {
                    return {status::undefined, right, at};
                }
                left /= right;
        }
    }
    if (top == 0 || (!any_given && !f.inputs().empty())) {
        return {};
    }
    if (!(stack[0] >= -largest && stack[0] <= largest)) {
        return {status::undefined, stack[0], static_cast<std::uint8_t>(steps.size() - 1)};
    }
    return {status::ok, stack[0] == 0 ? 0.0 : stack[0], 0};
}

}  // namespace cxm
