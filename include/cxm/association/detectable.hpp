#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <vector>

#include <cxm/association/ranks.hpp>

namespace cxm {

/// The smallest |rho| of n pairs without equal values whose p is below 1 - level: what n pairs can show at all.
/// Absent where not even 1 is enough; throws std::invalid_argument for levels outside (0, 1).
inline std::optional<double> detectable_rho(std::size_t n, double level = 0.95) {
    detail::require_level(level);
    if (n < 3) {
        return std::nullopt;
    }
    if (n > detail::most_permuted) {
        const double t = student_critical(level, static_cast<double>(n) - 2.0);
        return t / std::sqrt(static_cast<double>(n) - 2.0 + t * t);
    }
    std::vector<double> ranks(n);
    std::iota(ranks.begin(), ranks.end(), -0.5 * (static_cast<double>(n) - 1.0));
    std::vector<double> sums;
    detail::for_each_order(ranks, ranks, [&](double sum) { sums.push_back(std::fabs(sum)); });
    std::sort(sums.begin(), sums.end(), std::greater<>());
    const auto enough = static_cast<double>(sums.size()) * (1.0 - level);
    std::optional<double> least;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const bool is_last_of_its_size = i + 1 == sums.size() || sums[i + 1] < sums[i];
        if (is_last_of_its_size && static_cast<double>(i + 1) >= enough) {
            break;
        }
        least = is_last_of_its_size ? std::optional(sums[i] / detail::product_sum(ranks, ranks)) : least;
    }
    return least;
}

}  // namespace cxm
