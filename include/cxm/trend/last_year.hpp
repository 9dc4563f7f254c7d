#pragma once

#include <optional>
#include <span>
#include <vector>

#include <cxm/compare/common_difference.hpp>
#include <cxm/compare/difference.hpp>

namespace cxm {

/// The months of a year against the same months of the year before, and all of them together.
struct year_on_year {
    std::vector<std::optional<difference>> months;  ///< by Miettinen and Nurminen; absent where a year has no count
    std::optional<difference> pooled;               ///< by Mantel and Haenszel, Sato's limits
};

/// Compares shares with a season by months of one name: `a` is the month a year before, `b` the month now. That says
/// nothing of a season itself, which takes two years to see. Throws std::invalid_argument for counts outside 0..n.
inline year_on_year against_last_year(std::span<const stratum> months, double level = 0.95) {
    year_on_year made;
    for (const stratum& month : months) {
        const bool both = detail::compares(month);
        made.months.push_back(both ? std::optional(share_difference(month.a, month.b, level)) : std::nullopt);
    }
    made.pooled = common_difference(months, level);
    return made;
}

}  // namespace cxm
