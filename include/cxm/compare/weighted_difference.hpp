#pragma once

#include <cmath>
#include <optional>
#include <span>

#include <cxm/compare/result.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

/// A difference with its standard error, and how many are behind either side of it.
struct sized_difference {
    difference found;
    double n_before;
    double n_after;
};

/// The difference that several have in common, weighted by n_a n_b / (n_a + n_b) as Mantel and Haenszel weight shares;
/// z limits in the unit of the differences. Absent where one has no standard error, or there are none.
inline std::optional<difference> weighted_difference(std::span<const sized_difference> parts, double level = 0.95) {
    double weights = 0.0;
    double sum = 0.0;
    double error = 0.0;
    for (const sized_difference& part : parts) {
        if (!part.found.error) {
            return std::nullopt;
        }
        const double weight = part.n_before / (part.n_before + part.n_after) * part.n_after;
        weights += weight;
        sum += weight * part.found.estimate;
        error = std::hypot(error, weight * *part.found.error);
    }
    if (!(weights > 0.0)) {
        return std::nullopt;
    }
    const double gap = sum / weights;
    error /= weights;
    const double reach = normal_critical(level) * error;
    return difference{gap,
                      interval{gap - reach, gap + reach, level, "weighted"},
                      two_sided_p(gap / error),
                      "weighted-z",
                      error,
                      gap / error};
}

}  // namespace cxm
