#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include <cxm/project/simplex.hpp>

/// Minimising a smooth function of a few logarithms of parameters, without derivatives.
namespace cxm {

namespace detail {

inline constexpr double bound_log = 10.0;  ///< beyond e^-10..e^10 a parameter is taken to run on for ever

}  // namespace detail

/// The parameter farthest out, where that is beyond what can be told from 0 or infinity.
template <std::size_t N>
std::optional<std::size_t> parameter_at_bound(const point<N>& logs) {
    const auto farthest =
        std::max_element(logs.begin(), logs.end(), [](double a, double b) { return std::fabs(a) < std::fabs(b); });
    return std::fabs(*farthest) > detail::bound_log ? std::optional(static_cast<std::size_t>(farthest - logs.begin()))
                                                    : std::nullopt;
}

namespace detail {

inline constexpr int most_evaluations = 1500;

/// Fine searches of a width, begun anew where they end until that gains nothing or a parameter has no end.
template <std::size_t N, class Function>
minimum<N> refined(const Function& of, minimum<N> best, double width) {
    constexpr int restarts = 8;
    int evaluations = best.evaluations;
    best.settled = false;
    for (int i = 0; i < restarts && !best.settled; ++i) {
        const minimum<N> again = simplex<N, Function>(of, best.at, width, 1e-9).run(most_evaluations);
        evaluations += again.evaluations;
        const bool gains = best.value - again.value > 1e-7 + 1e-12 * std::fabs(best.value);
        best = again.value < best.value ? again : best;
        best.settled = again.settled && !gains;
        if (parameter_at_bound(best.at)) {
            break;
        }
    }
    best.evaluations = evaluations;
    return best;
}

}  // namespace detail

/// The least value from any of the starts: a rough search from each, then from the best end fine ones.
template <std::size_t N, class Function>
minimum<N> minimise(const Function& of, std::span<const point<N>> starts) {
    minimum<N> best;
    int evaluations = 0;
    for (const point<N>& start : starts) {
        const minimum<N> end = detail::simplex<N, Function>(of, start, 0.5, 1e-4).run(detail::most_evaluations);
        evaluations += end.evaluations;
        best = end.value < best.value ? end : best;
    }
    best.evaluations = evaluations;
    return detail::refined(of, best, 0.1);
}

/// The least value near a start that is known to be near it.
template <std::size_t N, class Function>
minimum<N> minimise_near(const Function& of, const point<N>& start) {
    minimum<N> best;
    best.at = start;
    best.value = of(start);
    best.evaluations = 1;
    return detail::refined(of, best, 0.03);
}

}  // namespace cxm
