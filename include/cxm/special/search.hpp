#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace cxm {

/// The two probabilities on either side of a point; the smaller one keeps its relative precision.
struct tails {
    double lower;
    double upper;
};

namespace detail {

/// A function's value and slope at one point.
struct tangent {
    double value;
    double slope;
};

/// The point between two where `accepts` turns from true (at `inside`) to false (at `outside`), by bisection.
template <class Predicate>
double boundary(double inside, double outside, Predicate accepts) {
    for (int step = 0; step < 300; ++step) {
        const double middle = inside + 0.5 * (outside - inside);
        if (middle == inside || middle == outside) {
            break;
        }
        (accepts(middle) ? inside : outside) = middle;
    }
    return inside;
}

/// The zero of a function that falls from `low` to `high`, by Newton's steps kept inside the shrinking bracket.
template <class Tangent>
double falling_root(double low, double high, double start, Tangent at) {
    double x = start;
    for (int step = 0; step < 200; ++step) {
        const auto [value, slope] = at(x);
        if (value == 0.0) {
            return x;
        }
        (value > 0.0 ? low : high) = x;
        double next = x - value / slope;
        // The error after a Newton step is of the order of its square, so this one already is at full precision.
        if (std::fabs(next - x) <= 1e-11 * std::fabs(x)) {
            return next;
        }
        if (!(next > low && next < high)) {
            next = low + 0.5 * (high - low);
            if (next == low || next == high) {
                return next;
            }
        }
        x = next;
    }
    return x;
}

/// The integral of a density over the distance from a point, from 0 up in panels of `width`, until nothing is added.
template <class Density>
double tail_integral(double width, Density density) {
    constexpr std::array nodes{0.0, 0.538469310105683091036314420700, 0.906179845938663992797626878299};
    constexpr std::array weights{0.568888888888888888888888888889, 0.478628670499366468041291514836,
                                 0.236926885056189087514264040720};
    double sum = 0.0;
    for (int panel = 0; panel < 4000; ++panel) {
        const double centre = (panel + 0.5) * width;
        double part = weights[0] * density(centre);
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            const double offset = 0.5 * width * nodes[i];
            part += weights[i] * (density(centre - offset) + density(centre + offset));
        }
        const double next = sum + part;
        if (next == sum) {
            break;
        }
        sum = next;
    }
    return 0.5 * width * sum;
}

}  // namespace detail

}  // namespace cxm
