#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <cxm/metric.hpp>

namespace cxm {

/// What a metric's counts allow to be said of chance: its interval, its comparison and its chart follow from this.
enum class inference : std::uint8_t {
    none,   ///< sums alone, and assumptions
    share,  ///< a part of a count: binomial
    rate,   ///< events per exposure: Poisson
    net,    ///< those for less those against, of all answers: NPS
    mean,   ///< of answers or values whose sum of squares may be known: t
    own,    ///< an interval of its own, `metric::limits`
};

/// The family of inference that a metric belongs to.
constexpr inference inference_of(const metric& m) {
    if (m.limits != nullptr) {
        return inference::own;
    }
    if (is_net(m)) {
        return inference::net;
    }
    switch (m.shown) {
        case as::share: return inference::share;
        case as::rate: return inference::rate;
        case as::score: return m.value.steps().size() == 1 ? inference::none : inference::mean;
        default: return m.squares != nullptr ? inference::mean : inference::none;
    }
}

/// The sum of squares behind the inputs of a mean; not_given where they end without it.
constexpr double squares_of(const metric& m, std::span<const double> inputs) {
    const std::size_t at = m.value.inputs().size();
    return m.squares != nullptr && at < inputs.size() ? inputs[at] : not_given;
}

/// Whether a mean of values, such as times, of which nobody has given the sum of squares: then it is a quotient of
/// sums.
constexpr bool lacks_squares(const metric& m, std::span<const double> inputs) {
    return m.squares != nullptr && m.shown != as::score && is_missing(squares_of(m, inputs));
}

/// What a net share of 1 comes to in the metric's own unit: 100 points, or 1.
constexpr double net_scale(const metric& m) { return m.shown == as::points ? 100 : 1; }

}  // namespace cxm
