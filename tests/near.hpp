#pragma once

#include <cmath>

/// Whether two numbers differ by at most `tolerance`; equal infinities do not differ.
inline bool near(double got, double expected, double tolerance) {
    return got == expected || std::fabs(got - expected) <= tolerance;
}

/// The same in parts of the expected value, for numbers far from 1.
inline bool near_in_parts(double got, double expected, double tolerance) {
    return near(got, expected, tolerance * std::fabs(expected));
}
