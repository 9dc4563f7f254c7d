#pragma once

#include <cmath>
#include <cstddef>
#include <span>

#include <cxm/interval/basis.hpp>
#include <cxm/metric.hpp>
#include <cxm/readings.hpp>
#include <cxm/solve/search.hpp>

namespace cxm {

/// The smallest change of one input for which the metric is at least as good as the target, by evaluating it there.
///
/// `inputs` in the formula's order; the varied one may be not_given, and is then sought from its least legal value up.
/// Looks both ways at doubling distances, so a metric that turns round between two of them may be missed: none built in
/// does. Throws std::invalid_argument for a measure that the metric does not use, illegal inputs and a target that is
/// not finite.
inline solution solve(const metric& m, std::span<const double> inputs, const measure& vary, double target) {
    const std::size_t at = position(m.value, vary);
    detail::require(at < m.value.inputs().size(), "the metric does not use this measure");
    detail::require(std::isfinite(target), "a target must be finite");
    detail::input_search search(m, inputs, at, target);
    const double given = input_value(m.value, inputs, at);
    double below = 0.0;
    double above = 0.0;
    if (is_missing(given)) {
        const auto first = search.first_legal();
        if (!first || search.is_enough(*first)) {
            return first ? search.reached_at(*first / search.per_one()) : search.best();
        }
        below = above = *first;
    } else {
        detail::require(search.is_legal_input(given), "the inputs contradict each other");
        if (search.is_enough_input(given)) {
            solution now = search.reached_at(given);
            now.change = 0.0;
            return now;
        }
        below = std::floor(given * search.per_one());
        above = std::ceil(given * search.per_one());
    }
    const auto up = search.nearest(below, 1.0);
    const auto down = search.nearest(above, -1.0);
    solution made = search.best();
    if (up || down) {
        const bool rises = up && (!down || *up - below <= above - *down);
        made = search.reached_at((rises ? *up : *down) / search.per_one());
    }
    made.change = made.input - given;
    return made;
}

/// The same for readings: `solve(nps, {promoters = 300, passives = 100, detractors = 100}, promoters, 50)`.
inline solution solve(const metric& m, readings named, const measure& vary, double target) {
    return solve(m, in_order(m, named), vary, target);
}

}  // namespace cxm
