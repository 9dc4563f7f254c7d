#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include <cxm/interval/basis.hpp>

namespace cxm {

namespace detail {

/// Places of the p-values from the smallest to the largest.
inline std::vector<std::size_t> rising_order(const std::vector<double>& p) {
    for (const double value : p) {
        require(value >= 0.0 && value <= 1.0, "a p-value lies between 0 and 1");
    }
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return p[i] < p[j]; });
    return order;
}

}  // namespace detail

/// Adjusted p-values in the order given, by Holm (1979): bounds the chance of any false finding.
/// Throws std::invalid_argument for values outside 0..1.
inline std::vector<double> holm(const std::vector<double>& p) {
    const auto order = detail::rising_order(p);
    std::vector<double> adjusted(p.size());
    double least = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double candidate = p[order[rank]] * static_cast<double>(order.size() - rank);
        least = std::min(1.0, std::max(least, candidate));
        adjusted[order[rank]] = least;
    }
    return adjusted;
}

/// Adjusted p-values in the order given, by Benjamini and Hochberg (1995): bounds the share of false findings.
/// Throws std::invalid_argument for values outside 0..1.
inline std::vector<double> benjamini_hochberg(const std::vector<double>& p) {
    const auto order = detail::rising_order(p);
    std::vector<double> adjusted(p.size());
    double most = 1.0;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t place = order[rank - 1];
        most = std::min(most, p[place] * static_cast<double>(order.size()) / static_cast<double>(rank));
        adjusted[place] = most;
    }
    return adjusted;
}

/// The level for each interval at which it excludes "no change" exactly where Holm's adjusted p is below 1 - level.
inline std::vector<double> holm_levels(const std::vector<double>& p, double level = 0.95) {
    const auto order = detail::rising_order(p);
    const double alpha = 1.0 - level;
    std::vector<double> levels(p.size());
    std::size_t left = order.size();
    for (const std::size_t place : order) {
        levels[place] = 1.0 - alpha / static_cast<double>(left);
        // Once one is not found, no later one is: they are all held to the bar that it failed.
        left -= left > 1 && p[place] * static_cast<double>(left) < alpha ? 1 : 0;
    }
    return levels;
}

/// The same for Benjamini and Hochberg: one level for all (Benjamini & Yekutieli 2005).
inline std::vector<double> benjamini_hochberg_levels(const std::vector<double>& p, double level = 0.95) {
    const auto order = detail::rising_order(p);
    const double alpha = 1.0 - level;
    const double all = static_cast<double>(p.size());
    double found = 1.0;
    for (std::size_t rank = 1; rank <= order.size(); ++rank) {
        if (p[order[rank - 1]] * all < static_cast<double>(rank) * alpha) {
            found = static_cast<double>(rank);
        }
    }
    return std::vector<double>(p.size(), 1.0 - alpha * found / all);
}

}  // namespace cxm
