#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>

namespace cxm {

/// All journeys with the same touches in the same order, and what became of them; channels are numbered from 0.
struct touch_path {
    std::vector<std::uint32_t> touches;  ///< channels, the oldest touch first; at least one
    double conversions = 0;
    double nulls = 0;                        ///< journeys that ended without a conversion
    double value = 0;                        ///< of its conversions together
    std::vector<double> decayed = {};        ///< conversions that time decay gives each touch; empty: ages not known
    std::vector<double> decayed_value = {};  ///< the same for the value
};

/// What each touch gets of a conversion if credit halves with every `half_life` of age before it; adds up to 1.
/// Ages in any unit, not in whole weeks as in some packages. Throws std::invalid_argument for negative or infinite ages
/// and a half-life that is not above 0.
inline std::vector<double> decay_weights(std::span<const double> ages, double half_life) {
    detail::require(half_life > 0.0 && std::isfinite(half_life), "a half-life must be above 0");
    double youngest = ages.empty() ? 0.0 : ages[0];
    for (const double age : ages) {
        detail::require(age >= 0.0 && std::isfinite(age), "the age of a touch is 0 or more");
        youngest = std::min(youngest, age);
    }
    std::vector<double> weights;
    double sum = 0.0;
    for (const double age : ages) {
        // From the youngest touch on, so that credit for old paths does not vanish.
        weights.push_back(std::exp2(-(age - youngest) / half_life));
        sum += weights.back();
    }
    for (double& weight : weights) {
        weight /= sum;
    }
    return weights;
}

/// Gives a path what time decay needs, if every journey on it had touches of these ages before its conversion.
/// Throws std::invalid_argument unless there is one age a touch.
inline void set_ages(touch_path& path, std::span<const double> ages, double half_life) {
    detail::require(ages.size() == path.touches.size(), "time decay needs the age of every touch");
    const std::vector<double> weights = decay_weights(ages, half_life);
    path.decayed.clear();
    path.decayed_value.clear();
    for (const double weight : weights) {
        path.decayed.push_back(weight * path.conversions);
        path.decayed_value.push_back(weight * path.value);
    }
}

namespace detail {

inline void require_paths(std::span<const touch_path> paths, std::size_t channels) {
    for (const touch_path& path : paths) {
        require(!path.touches.empty(), "a path has at least one touch");
        require(*std::max_element(path.touches.begin(), path.touches.end()) < channels,
                "a touch is of one of the channels");
        require(path.conversions >= 0.0 && std::isfinite(path.conversions) && path.nulls >= 0.0 &&
                    std::isfinite(path.nulls),
                "counts of journeys must be 0 or more");
        require(path.value >= 0.0 && std::isfinite(path.value), "the value of conversions must be 0 or more");
    }
}

}  // namespace detail

}  // namespace cxm
