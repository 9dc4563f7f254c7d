#pragma once

#include <algorithm>
#include <cmath>

#include <cxm/compare/proportions.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

namespace detail {

/// All tables with the margins of two groups, told apart by the count x of group B.
struct tables {
    double n_a;
    double n_b;
    double hits;

    double least() const { return std::max(0.0, hits - n_a); }
    double most() const { return std::min(hits, n_b); }
    double mode() const { return std::floor((n_b + 1.0) * ((hits + 1.0) / (n_a + n_b + 2.0))); }

    double log_chance(double x) const {
        const double n = n_a + n_b;
        const double p = hits / n;
        const double q = (n - hits) / n;
        return log_binomial(x, n_b, p, q) + log_binomial(hits - x, n_a, p, q) - log_binomial(hits, n, p, q);
    }

    /// The chance of x + 1 over that of x.
    double rise(double x) const { return (n_b - x) / (x + 1.0) * ((hits - x) / (n_a - hits + x + 1.0)); }

    /// The chances of x and all counts beyond it, away from the mode; terms shrink, so it may stop early.
    double tail(double x, bool upward) const {
        double term = std::exp(log_chance(x));
        double sum = 0.0;
        while (sum + term != sum) {
            sum += term;
            if (x == (upward ? most() : least())) {
                break;
            }
            term *= upward ? rise(x) : 1.0 / rise(x - 1.0);
            x += upward ? 1.0 : -1.0;
        }
        return sum;
    }
};

}  // namespace detail

/// Fisher's exact two-sided p: the tables at most as likely as the observed one; time grows with the square root of n.
/// Throws std::invalid_argument for counts that are no proportions or not whole.
inline double fisher_exact(proportion a, proportion b) {
    detail::require_proportions(a, b);
    for (const double count : {a.x, a.n, b.x, b.n}) {
        detail::require(count == std::floor(count), "Fisher's test needs whole counts");
    }
    const detail::tables all{a.n, b.n, a.x + b.x};
    if (all.least() == all.most()) {
        return 1.0;
    }
    constexpr double tie = 1e-7;
    const double observed = all.log_chance(b.x);
    const auto as_rare = [&](double x) { return all.log_chance(x) <= observed + tie; };
    const bool above = b.x > all.mode();
    double likely = std::clamp(all.mode(), all.least(), all.most());
    double rare = above ? all.least() : all.most();
    if (as_rare(likely)) {
        return 1.0;
    }
    const double own = all.tail(b.x, above);
    if (!as_rare(rare)) {
        return std::min(1.0, own);
    }
    while (std::fabs(rare - likely) > 1.0) {
        const double middle = std::floor(0.5 * (rare + likely));
        (as_rare(middle) ? rare : likely) = middle;
    }
    return std::min(1.0, own + all.tail(rare, !above));
}

}  // namespace cxm
