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

/// Fills rows with what is made of each, or `not_given` where one of `keep` says no.
///
/// Eight at once, a step at a time: in short loops of a known length, into memory of its own, compilers work on several
/// rows in a register, which they do not where a column may be another one.
template <class Make, class... Keep>
void fill_rows(double* to, std::size_t count, Make make, Keep... keep) {
    constexpr std::size_t lanes = 8;
    std::size_t row = 0;
    for (; row + lanes <= count; row += lanes) {
        double made[lanes];
        for (std::size_t i = 0; i < lanes; ++i) {
            made[i] = make(row + i);
        }
        [[maybe_unused]] const auto look = [&](auto keeps) {
            for (std::size_t i = 0; i < lanes; ++i) {
                made[i] = keeps(row + i) ? made[i] : not_given;
            }
        };
        (look(keep), ...);
        for (std::size_t i = 0; i < lanes; ++i) {
            to[row + i] = made[i];
        }
    }
    for (; row < count; ++row) {
        to[row] = (keep(row) && ...) ? make(row) : not_given;
    }
}

inline void apply(operation does, const double* left, const double* right, double* to, std::size_t count) {
    constexpr double largest = std::numeric_limits<double>::max();
    switch (does) {
        case operation::add: fill_rows(to, count, [=](std::size_t i) { return left[i] + right[i]; }); break;
        case operation::subtract: fill_rows(to, count, [=](std::size_t i) { return left[i] - right[i]; }); break;
        case operation::multiply: fill_rows(to, count, [=](std::size_t i) { return left[i] * right[i]; }); break;
        default:
            fill_rows(
                to, count, [=](std::size_t i) { return left[i] / right[i]; },
                [=](std::size_t i) { return right[i] > 0; }, [=](std::size_t i) { return right[i] <= largest; });
    }
}

}  // namespace detail

/// Evaluates a formula for many records at once, as `evaluate` would each: its value where that is ok, `not_given`
/// where it is not.
///
/// `inputs` are columns in the formula's order, each as long as `into`; null where no record has the measure.
inline void evaluate_columns(const formula& f, std::span<const double* const> inputs, std::span<double> into) {
    constexpr double largest = std::numeric_limits<double>::max();
    if (f.empty()) {
        std::fill(into.begin(), into.end(), not_given);
        return;
    }
    const auto is_given = [&](std::size_t input, std::size_t row) {
        return inputs[input] != nullptr && !is_missing(inputs[input][row]);
    };
    // Only where every measure has a worth when absent can a value come from nothing.
    const bool may_lack_all =
        !f.inputs().empty() && std::none_of(f.inputs().begin(), f.inputs().end(),
                                            [&](const measure* m) { return is_missing(absent_in(f, *m)); });
    const auto clear_rounding = [&](std::size_t at, std::size_t first, std::span<const double> right,
                                    detail::some_rows& sums) {
        std::array<double, formula::most_inputs> one;
        for (std::size_t i = 0; i < right.size(); ++i) {
            if (detail::nearly_cancels(right[i], sums[i])) {
                for (std::size_t input = 0; input < inputs.size(); ++input) {
                    one[input] = inputs[input] != nullptr ? inputs[input][first + i] : not_given;
                }
                sums[i] = detail::leaves_rounding(f, one, at, right[i], sums[i]) ? 0 : sums[i];
            }
        }
    };
    std::vector<detail::some_rows> room(f.steps().size());
    std::vector<const double*> stack(f.steps().size());
    for (std::size_t first = 0; first < into.size(); first += room[0].size()) {
        const std::size_t count = std::min(room[0].size(), into.size() - first);
        std::size_t top = 0;
        for (std::size_t at = 0; at < f.steps().size(); ++at) {
            const step s = f.steps()[at];
            if (s.does != operation::constant && s.does != operation::input) {
                --top;
                detail::apply(s.does, stack[top - 1], stack[top], room[top - 1].data(), count);
                stack[top - 1] = room[top - 1].data();
                if (detail::adds_computed(f.steps(), at)) {
                    clear_rounding(at, first, {stack[top], count}, room[top - 1]);
                }
                continue;
            }
            double* const values = room[top].data();
            stack[top++] = values;
            if (s.does == operation::constant) {
                std::fill_n(values, count, f.constant(s.at));
                continue;
            }
            const measure& m = *f.inputs()[s.at];
            const double absent = absent_in(f, m);
            const double* const given = inputs[s.at];
            if (given == nullptr) {
                std::fill_n(values, count, absent);
            } else if (is_missing(absent)) {
                stack[top - 1] = given + first;
            } else {
                detail::fill_rows(values, count, [=](std::size_t i) {
                    return is_missing(given[first + i]) ? absent : given[first + i];
                });
            }
            const std::size_t beside = m.beside == nullptr ? inputs.size() : position(f, *m.beside);
            for (std::size_t i = 0; beside < inputs.size() && i < count; ++i) {
                const bool alone = is_given(beside, first + i) && !is_given(s.at, first + i);
                values[i] = alone ? not_given : values[i];
            }
        }
        const double* const made = stack[0];
        detail::fill_rows(
            &into[first], count, [=](std::size_t i) { return made[i] + 0.0; },
            [=](std::size_t i) { return made[i] >= -largest; }, [=](std::size_t i) { return made[i] <= largest; });
        for (std::size_t i = 0; may_lack_all && i < count; ++i) {
            bool any = false;
            for (std::size_t input = 0; input < inputs.size(); ++input) {
                any = any || is_given(input, first + i);
            }
            into[first + i] = any ? into[first + i] : not_given;
        }
    }
}

}  // namespace cxm
