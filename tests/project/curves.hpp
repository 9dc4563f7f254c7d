#pragma once

#include <array>

#include <cxm/project/renewals.hpp>

/// Survivors by year of the two published cohorts of Fader & Hardie (2007), the first eight of their thirteen counts.
inline constexpr std::array regular{1000.0, 631.0, 468.0, 382.0, 326.0, 289.0, 262.0, 241.0};
inline constexpr std::array high_end{1000.0, 869.0, 743.0, 653.0, 593.0, 551.0, 517.0, 491.0};

inline cxm::renewal_counts counts_of(std::span<const double> survivors) {
    cxm::renewal_counts counts;
    counts.add_cohort(survivors);
    return counts;
}
