#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include <cxm/project/parameters.hpp>

namespace cxm {

/// A symmetric matrix.
template <std::size_t N>
using square = std::array<std::array<double, N>, N>;

namespace detail {

/// Second derivatives by central differences.
template <std::size_t N, class Function>
square<N> curvature(const Function& of, const point<N>& at) {
    constexpr double h = 1e-3;
    const auto moved = [&](std::size_t i, double by_i, std::size_t j, double by_j) {
        point<N> there = at;
        there[i] += by_i * h;
        there[j] += by_j * h;
        return of(there);
    };
    const double middle = of(at);
    square<N> second{};
    for (std::size_t i = 0; i < N; ++i) {
        second[i][i] = (moved(i, 1.0, i, 0.0) - 2.0 * middle + moved(i, -1.0, i, 0.0)) / (h * h);
        for (std::size_t j = 0; j < i; ++j) {
            second[i][j] = second[j][i] =
                (moved(i, 1.0, j, 1.0) - moved(i, 1.0, j, -1.0) - moved(i, -1.0, j, 1.0) + moved(i, -1.0, j, -1.0)) /
                (4.0 * h * h);
        }
    }
    return second;
}

/// The inverse of a positive definite matrix by Cholesky's factor; absent where it is not one.
template <std::size_t N>
std::optional<square<N>> inverse(const square<N>& m) {
    square<N> root{};
    for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = m[i][j];
            for (std::size_t k = 0; k < j; ++k) {
                rest -= root[i][k] * root[j][k];
            }
            if (i == j && !(rest > 0.0)) {
                return std::nullopt;
            }
            root[i][j] = i == j ? std::sqrt(rest) : rest / root[j][j];
        }
    }
    square<N> inverted{};
    for (std::size_t column = 0; column < N; ++column) {
        point<N> x{};
        for (std::size_t i = 0; i < N; ++i) {
            double rest = i == column ? 1.0 : 0.0;
            for (std::size_t k = 0; k < i; ++k) {
                rest -= root[i][k] * x[k];
            }
            x[i] = rest / root[i][i];
        }
        for (std::size_t i = N; i-- > 0;) {
            double rest = x[i];
            for (std::size_t k = i + 1; k < N; ++k) {
                rest -= root[k][i] * inverted[k][column];
            }
            inverted[i][column] = rest / root[i][i];
        }
    }
    return inverted;
}

}  // namespace detail

}  // namespace cxm
