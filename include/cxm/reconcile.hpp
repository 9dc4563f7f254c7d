#pragma once

#include <concepts>
#include <span>
#include <string>

#include <cxm/metric.hpp>
#include <cxm/readings.hpp>
#include <cxm/spell.hpp>

namespace cxm {

/// What contradicts itself in the inputs of a share, in words with both numbers; empty where nothing does.
///
/// A share counts its numerator inside its denominator, so 0 <= numerator <= denominator must hold.
inline std::string contradiction(const metric& m, std::span<const double> inputs) {
    if (m.shown != as::share) {
        return {};
    }
    const fraction parts = split(m.value);
    const outcome top = evaluate(parts.top, inputs);
    const outcome bottom = evaluate(parts.bottom, inputs);
    if (!top.ok() || !bottom.ok() || (top.value >= 0 && top.value <= bottom.value)) {
        return {};
    }
    const auto said = [&](const formula& f, double value) {
        const bool sum = f.steps().size() > 1;
        return spell(f) + (sum ? " = " + spell(f, inputs) : "") + " is " + spell(value);
    };
    if (top.value < 0) {
        return said(parts.top, top.value) + ", below 0";
    }
    return said(parts.top, top.value) + ", more than " + spell(parts.bottom) + ", " + spell(bottom.value);
}

/// The same for readings: `contradiction(churn, customers_lost = 120, customers_start = 100)`.
inline std::string contradiction(const metric& m, std::same_as<reading> auto... named) {
    return contradiction(m, in_order(m, {named...}));
}

/// `csat_points / csat_answers = 65 / 10 is 6.5, off the scale 1..5`
inline std::string off_scale(const metric& m, std::span<const double> inputs, const answer_scale& scale) {
    return spell(m.value) + " = " + spell(m.value, inputs) + " is " + spell(evaluate(m.value, inputs).value) +
           ", off the scale " + spell(scale.lowest) + ".." + spell(scale.highest);
}

/// What does not add up in a period's stocks, in words; empty where start + new + back - lost = end.
inline std::string imbalance(double start, double joined, double lost, double end, double back = 0) {
    if (start + joined + back - lost == end) {
        return {};
    }
    const std::string names = back == 0 ? "" : " + customers_back";
    const std::string numbers = back == 0 ? "" : " + " + spell(back);
    return "customers_start + customers_new" + names + " - customers_lost = " + spell(start) + " + " + spell(joined) +
           numbers + " - " + spell(lost) + " is " + spell(start + joined + back - lost) + ", but customers_end is " +
           spell(end);
}

/// Whether a score's sums can come from n answers: n * squares >= points^2, by the mean of squares.
constexpr bool possible_spread(double points, double squares, double n) {
    return n * squares >= points * points * (1 - 1e-12);
}

}  // namespace cxm
