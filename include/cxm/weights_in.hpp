#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/metric.hpp>

namespace cxm {

namespace detail {

/// Whether two formulas do the same steps over the same measures and numbers.
constexpr bool same_steps(const formula& a, const formula& b) {
    bool same = a.steps().size() == b.steps().size();
    for (std::size_t i = 0; same && i < a.steps().size(); ++i) {
        const step x = a.steps()[i];
        const step y = b.steps()[i];
        same = x.does == y.does && (x.does != operation::input || *a.inputs()[x.at] == *b.inputs()[y.at]) &&
               (x.does != operation::constant || a.constant(x.at) == b.constant(y.at));
    }
    return same;
}

/// What a formula without measures comes to.
inline std::optional<double> number_in(const formula& f) {
    std::vector<formula> stack;
    for (const step each : f.steps()) {
        if (each.does == operation::input) {
            return std::nullopt;
        }
        if (each.does == operation::constant) {
            stack.emplace_back(f.constant(each.at));
            continue;
        }
        const formula right = stack.back();
        stack.pop_back();
        stack.back() = joined(stack.back(), right, each.does);
    }
    const outcome number = evaluate(stack.back(), {});
    return number ? std::optional(number.value) : std::nullopt;
}

/// Adds up how often each term is in a formula that counts `times`; false where it is no sum of terms and numbers.
inline bool add_weights(const formula& f, std::span<const metric* const> terms, double times, std::vector<double>& to) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (same_steps(f, terms[i]->value)) {
            to[i] += times;
            return true;
        }
    }
    const std::size_t last = f.steps().size() - 1;
    const operation does = f.steps()[last].does;
    if (does == operation::constant || does == operation::input) {
        return does == operation::constant;
    }
    const formula left = f.operand_before(f.first_step_of_operand(last));
    const formula right = f.operand_before(last);
    const auto add = [&](const formula& part, double part_times) { return add_weights(part, terms, part_times, to); };
    const auto of_left = does == operation::multiply ? number_in(left) : std::nullopt;
    const auto of_right = number_in(right);
    switch (does) {
        case operation::add: return add(left, times) && add(right, times);
        case operation::subtract: return add(left, times) && add(right, -times);
        case operation::multiply:
            return of_left ? add(right, times * *of_left) : of_right && add(left, times * *of_right);
        default: return of_right && *of_right > 0 && add(left, times / *of_right);
    }
}

}  // namespace detail

/// How often each of the terms is in a formula that is a sum of them and of numbers, each times a number; nothing where
/// it is another, or has none of them.
inline std::optional<std::vector<double>> weights_in(const formula& sum, std::span<const metric* const> terms) {
    std::vector<double> weights(terms.size());
    if (sum.empty() || sum.inputs().empty() || !detail::add_weights(sum, terms, 1, weights)) {
        return std::nullopt;
    }
    return weights;
}

}  // namespace cxm
