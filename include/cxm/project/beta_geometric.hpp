#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <cxm/project/histories.hpp>
#include <cxm/special/stirling.hpp>

/// What BG/NBD and MBG/NBD share. They differ in when a customer may leave: after a repeat purchase, or after the first
/// purchase too. With `b` raised by one for the latter, nearly all formulas are the same.
namespace cxm::detail {

struct beta_geometric {
    double r;
    double alpha;
    double a;
    double b;                 ///< of the paper for BG/NBD, one more for MBG/NBD
    bool leaves_after_first;  ///< MBG/NBD

    /// ln of the odds of leaving after purchase x against staying.
    double log_odds_of_leaving(double x) const {
        return x > 0.0 || leaves_after_first ? std::log(a / (b + x - 1.0)) : -std::numeric_limits<double>::infinity();
    }

    /// The part of a log-likelihood that depends on x alone.
    double log_likelihood_of(double x) const {
        const double stayed_first = leaves_after_first ? std::log((b - 1.0) / (a + b - 1.0)) : 0.0;
        return log_rising(r, x) + r * std::log(alpha) + log_rising(b, x) - log_rising(a + b, x) + stayed_first;
    }

    /// ln of the odds of having left, by the end, against still being there.
    double log_odds_of_gone(const purchase_history& of) const {
        return log_odds_of_leaving(of.x) + (r + of.x) * (std::log(alpha + of.T) - std::log(alpha + of.t_x));
    }

    double log_likelihood(const purchase_history& of) const {
        const double odds = log_odds_of_gone(of);
        return log_likelihood_of(of.x) - (r + of.x) * std::log(alpha + of.T) +
               (odds > 36.0 ? odds : std::log1p(std::exp(odds)));
    }

    double chance_alive(const purchase_history& of) const { return 1.0 / (1.0 + std::exp(log_odds_of_gone(of))); }

    /// The expected purchases in the next t of a customer who is still there.
    double expected_if_alive(const purchase_history& of, double t) const {
        const double z = t / (alpha + of.T + t);
        return a > 100.0 ? expected_by_gauss(of, t, z) : expected_by_euler(of, t, z);
    }

    /// The chances of 0, 1, …, most repeat purchases in the first t.
    std::vector<double> purchase_chances(double t, std::size_t most) const {
        std::vector<double> chances;
        double bought = std::exp(-r * std::log1p(t / alpha));  // of so many purchases by who stays
        double bought_fewer = 0.0;
        double stayed = leaves_after_first ? (b - 1.0) / (a + b - 1.0) : 1.0;
        double left = leaves_after_first ? a / (a + b - 1.0) : 0.0;  // after just so many
        for (std::size_t i = 0; i <= most; ++i) {
            const auto n = static_cast<double>(i);
            chances.push_back(stayed * bought + left * (1.0 - bought_fewer));
            bought_fewer += bought;
            bought *= (r + n) / (n + 1.0) * t / (alpha + t);
            left = stayed * a / (a + b + n);
            stayed *= (b + n) / (a + b + n);
        }
        return chances;
    }

private:
    static constexpr double most_terms = 1e7;  // of a series; what is left of one is about its last term/(1 - z)

    /// The papers' hypergeometric series after Euler's transformation: no trouble at a = 1, but terms of (1 - z)^-a.
    double expected_by_euler(const purchase_history& of, double t, double z) const {
        const double longer = std::log1p(t / (alpha + of.T));
        const double e = a - 1.0;
        const double first = a + b - 1.0 - r;
        const double q = a + b + of.x - 1.0;
        double term = z * first;
        double sum = 0.0;
        for (double n = 1.0; n < most_terms && std::fabs(term) > 1e-17 * (1.0 - z) * (1.0 + std::fabs(sum)); ++n) {
            sum += term;
            term *= z * (first + n) * (e + n) / ((q + n) * (n + 1.0));
        }
        const double growth = e == 0.0 ? longer : -std::expm1(-e * longer) / e;
        return q * growth - std::exp(-e * longer) * sum;
    }

    /// The same by the series itself, which near a = 1 is a difference of large numbers.
    double expected_by_gauss(const purchase_history& of, double t, double z) const {
        const double rate = r + of.x;
        const double q = a + b + of.x - 1.0;
        double term = 1.0;
        double sum = 0.0;
        for (double n = 0.0; n < most_terms && term > 1e-17 * (1.0 - z) * sum; ++n) {
            sum += term;
            term *= z * (rate + n) * (b + of.x + n) / ((q + n) * (n + 1.0));
        }
        return q / (a - 1.0) * (1.0 - std::exp(-rate * std::log1p(t / (alpha + of.T))) * sum);
    }
};

}  // namespace cxm::detail
