#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

#include <cxm/project.hpp>

/// Customers drawn from the models; own arithmetic, since the standard's distributions differ between libraries.
class drawn_customers {
public:
    explicit drawn_customers(std::uint64_t seed) : random_(seed) {}

    /// Strictly between 0 and 1.
    double chance() { return (static_cast<double>(random_() >> 11) + 0.5) * 0x1p-53; }

    double waiting(double rate) { return -std::log(chance()) / rate; }

    /// Marsaglia & Tsang (2000), of scale 1.
    double gamma(double shape) {
        if (shape < 1.0) {
            return gamma(shape + 1.0) * std::pow(chance(), 1.0 / shape);
        }
        const double d = shape - 1.0 / 3.0;
        for (;;) {
            const double z = std::sqrt(-2.0 * std::log(chance())) * std::cos(2.0 * std::numbers::pi * chance());
            const double v = std::pow(1.0 + z / std::sqrt(9.0 * d), 3);
            if (v > 0.0 && std::log(chance()) < 0.5 * z * z + d - d * v + d * std::log(v)) {
                return d * v;
            }
        }
    }

    double beta(double a, double b) {
        const double left = gamma(a);
        return left / (left + gamma(b));
    }

    cxm::purchase_history history(const cxm::bgnbd& of, double T) {
        const double rate = gamma(of.r) / of.alpha;
        const double leaves = beta(of.a, of.b);
        return bought(rate, T, T, [&] { return chance() < leaves; });
    }

    cxm::purchase_history history(const cxm::mbgnbd& of, double T) {
        const double rate = gamma(of.r) / of.alpha;
        const double leaves = beta(of.a, of.b);
        return bought(rate, chance() < leaves ? 0.0 : T, T, [&] { return chance() < leaves; });
    }

    cxm::purchase_history history(const cxm::pareto_nbd& of, double T) {
        const double rate = gamma(of.r) / of.alpha;
        const double stay = waiting(gamma(of.s) / of.beta);
        return bought(rate, std::fmin(stay, T), T, [] { return false; });
    }

    template <class Model>
    std::vector<cxm::counted_history> histories(const Model& of, int customers, double shortest, double longest) {
        std::vector<cxm::purchase_history> drawn;
        for (int i = 0; i < customers; ++i) {
            drawn.push_back(history(of, shortest + (longest - shortest) * chance()));
        }
        return cxm::group_histories(drawn);
    }

    /// The survivors of a cohort whose customers leave with chances spread as Beta(alpha, beta).
    std::vector<double> survivors(const cxm::sbg& of, int customers, int ages) {
        std::vector<double> left(static_cast<std::size_t>(ages) + 1, 0.0);
        for (int i = 0; i < customers; ++i) {
            const double leaves = beta(of.alpha, of.beta);
            ++left[0];
            for (std::size_t age = 1; age < left.size() && chance() >= leaves; ++age) {
                ++left[age];
            }
        }
        return left;
    }

private:
    std::mt19937_64 random_;

    /// Purchases by `until`, of which each may be the last.
    template <class IsLast>
    cxm::purchase_history bought(double rate, double until, double T, IsLast is_last) {
        cxm::purchase_history of{0.0, 0.0, T};
        for (double t = waiting(rate); t < until; t += waiting(rate)) {
            ++of.x;
            of.t_x = t;
            if (is_last()) {
                break;
            }
        }
        return of;
    }
};
