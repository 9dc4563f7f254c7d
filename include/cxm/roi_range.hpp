#pragma once

#include <cmath>
#include <optional>
#include <span>

#include <cxm/interval/basis.hpp>

namespace cxm {

/// One part of a gain with its limits; equal limits for what is known.
struct gain_part {
    double value;
    double low;
    double high;
};

struct roi_with_limits {
    double gain;
    double roi;
    bounds limits;
};

/// The return on a known cost of several independent gains, the distances to their limits squared and added; the level
/// is theirs. Absent where the cost is 0. Throws std::invalid_argument for limits on the wrong side of their value.
inline std::optional<roi_with_limits> roi_range(std::span<const gain_part> parts, double spent) {
    detail::require(spent >= 0.0 && std::isfinite(spent), "money is 0 or more");
    double sum = 0.0;
    double below = 0.0;
    double above = 0.0;
    for (const gain_part& part : parts) {
        detail::require(part.low <= part.value && part.value <= part.high && std::isfinite(part.high - part.low),
                        "a value lies between its limits");
        sum += part.value;
        below = std::hypot(below, part.value - part.low);
        above = std::hypot(above, part.high - part.value);
    }
    if (spent == 0.0) {
        return std::nullopt;
    }
    return roi_with_limits{sum, (sum - spent) / spent, {(sum - below - spent) / spent, (sum + above - spent) / spent}};
}

}  // namespace cxm
