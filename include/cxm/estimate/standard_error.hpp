#pragma once

#include <cmath>
#include <concepts>
#include <optional>
#include <span>
#include <vector>

#include <cxm/estimate/counted.hpp>
#include <cxm/inference.hpp>
#include <cxm/interval.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// The standard error of a share, rate, net share or mean in the metric's unit, as textbooks print it: from what was
/// seen alone, so 0 where all answers agree. Absent without a value, for a mean of one answer or without its squares,
/// and for metrics of sums or with limits of their own.
inline std::optional<double> standard_error(const metric& m, std::span<const double> given) {
    const std::vector<double> inputs = counted_inputs(m, given);
    const outcome value = evaluate(m.value, inputs);
    const inference by = inference_of(m);
    if (!value.ok() || by == inference::own || by == inference::none) {
        return std::nullopt;
    }
    if (by == inference::net) {
        const auto answers = [&](std::size_t part) { return inputs[position(m.value, *m.net[part])]; };
        return net_scale(m) * detail::estimate_net(answers(0), answers(1), answers(2)).error;
    }
    const fraction sides = split(m.value);
    const double top = evaluate(sides.top, inputs).value;
    const double n = evaluate(sides.bottom, inputs).value;
    switch (by) {
        case inference::share: return std::sqrt(top / n * ((n - top) / n) / n);
        case inference::rate: return std::sqrt(top) / n;
        default: break;
    }
    const double squares = squares_of(m, inputs);
    if (is_missing(squares) || n < 2) {
        return std::nullopt;
    }
    return std::sqrt(detail::squared_spread(top, squares, n) / (n - 1)) / n;
}

/// The same for readings: `standard_error(nps, promoters = 300, passives = 100, detractors = 100)`.
std::optional<double> standard_error(const metric& m, std::same_as<reading> auto... named) {
    return standard_error(m, in_order(m, {named...}));
}

}  // namespace cxm
