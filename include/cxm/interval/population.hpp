#pragma once

#include <cmath>
#include <limits>

#include <cxm/interval/basis.hpp>

/// Surveys that reach a good part of a small base know more than their answers say. Both throw std::invalid_argument
/// for sizes that are not above 0, and for more answers than there are people.
namespace cxm {

/// The answers of a large population that n of a small one are worth, n (N - 1) / (N - n); infinite where all answered.
inline double effective_n(double n, double population) {
    detail::require(n > 0.0 && n <= population, "a survey has at most as many answers as there are people");
    return n == population ? std::numeric_limits<double>::infinity() : n * ((population - 1.0) / (population - n));
}

/// The answers that a small population must give where a large one must give `large`, rounded neither way.
inline double sample_of_population(double large, double population) {
    detail::require(large > 0.0 && population >= 1.0, "a population has people, and a sample answers");
    return std::isinf(large) ? population : large / (population - 1.0 + large) * population;
}

}  // namespace cxm
