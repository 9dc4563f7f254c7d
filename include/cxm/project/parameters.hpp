#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>

#include <cxm/interval/basis.hpp>

namespace cxm {

/// The parameters of a model, or their logarithms.
template <std::size_t N>
using point = std::array<double, N>;

namespace detail {

/// Every model's parameters are above 0.
inline void require_parameters(std::initializer_list<double> parameters) {
    for (const double one : parameters) {
        require(one > 0.0 && std::isfinite(one), "a model's parameters are above 0");
    }
}

}  // namespace detail

}  // namespace cxm
