#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace cxm {

/// The places and weights of Gauss and Legendre's quadrature on -1..1, exact for polynomials of degree 2 Points - 1.
template <std::size_t Points>
class legendre_rule {
public:
    legendre_rule() {
        for (std::size_t i = 0; i < Points; ++i) {
            double x = std::cos(std::numbers::pi * (static_cast<double>(i) + 0.75) / (Points + 0.5));
            double slope = 0.0;
            for (int step = 0; step < 100; ++step) {
                const double change = value_over_slope(x, slope);
                x -= change;
                if (std::fabs(change) < 1e-15) {
                    break;
                }
            }
            value_over_slope(x, slope);
            places_[i] = x;
            weights_[i] = 2.0 / ((1.0 - x * x) * slope * slope);
        }
    }

    /// Calls visit(place, weight) for the integral over low..high.
    template <class Visit>
    void over(double low, double high, Visit visit) const {
        const double half = 0.5 * (high - low);
        for (std::size_t i = 0; i < Points; ++i) {
            visit(low + half * (1.0 + places_[i]), half * weights_[i]);
        }
    }

private:
    std::array<double, Points> places_{};
    std::array<double, Points> weights_{};

    /// Of Legendre's polynomial, by its recurrence.
    static double value_over_slope(double x, double& slope) {
        double value = 1.0;
        double before = 0.0;
        for (std::size_t i = 1; i <= Points; ++i) {
            const auto n = static_cast<double>(i);
            const double next = ((2.0 * n - 1.0) * x * value - (n - 1.0) * before) / n;
            before = value;
            value = next;
        }
        slope = Points * (x * value - before) / (x * x - 1.0);
        return value / slope;
    }
};

}  // namespace cxm
