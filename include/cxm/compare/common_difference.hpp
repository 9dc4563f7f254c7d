#pragma once

#include <cmath>
#include <optional>
#include <span>

#include <cxm/compare/result.hpp>
#include <cxm/compare/stratum.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

/// The difference of two groups that all strata share, B minus A: Mantel and Haenszel's weights n_a n_b / N, limits and
/// z by Sato's (1989) variance. Absent where no stratum has both groups; without limits where nothing varies. Throws
/// std::invalid_argument for counts outside 0..n and levels outside (0, 1).
inline std::optional<difference> common_difference(std::span<const stratum> strata, double level = 0.95) {
    const double z = normal_critical(level);
    double weights = 0.0;
    double gaps = 0.0;
    double per_difference = 0.0;
    double alone = 0.0;
    for (const stratum& t : strata) {
        if (!detail::compares(t)) {
            continue;
        }
        const double n = t.a.n + t.b.n;
        weights += t.a.n / n * t.b.n;
        gaps += detail::product_difference(t.b.x, t.a.n, t.a.x, t.b.n) / n;
        per_difference += (t.b.n / n * (t.b.n / n) * t.a.x - t.a.n / n * (t.a.n / n) * t.b.x) +
                          t.a.n / n * (t.b.n / n) * (t.a.n - t.b.n) / 2.0;
        alone += (t.b.x * ((t.a.n - t.a.x) / n) + t.a.x * ((t.b.n - t.b.x) / n)) / 2.0;
    }
    if (weights == 0.0) {
        return std::nullopt;
    }
    const double gap = gaps / weights;
    const double variance = (gap * per_difference + alone) / weights / weights;
    if (!(variance > 0.0)) {
        return difference{gap, std::nullopt, std::nullopt, {}};
    }
    const double error = std::sqrt(variance);
    const interval limits = detail::clipped({gap - z * error, gap + z * error}, -1.0, 1.0, level, "sato");
    return difference{gap, limits, two_sided_p(gap / error), "mantel-haenszel", error, gap / error};
}

}  // namespace cxm
