#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "histories/period_figures.hpp"

namespace cxm {

/// A stretch of time in which a person is a customer, by the first days of periods.
struct person_stay {
    std::int32_t joined;  ///< the period in which it begins
    std::int32_t lost;    ///< the one in which it ends
    std::uint32_t label;  ///< that it begins with
};

/// The end of a stay that goes on.
inline constexpr std::int32_t still_there = std::numeric_limits<std::int32_t>::max();

/// Where it is counted that customers are won, lost, or come back.
struct stay_places {
    std::size_t won;
    std::size_t lost;
    std::size_t back;
};

/// Counts the stays of one person, which follow one another: of each period and label whether the person was there
/// before it and is there at its end. Of stays in both, and of one within a period, nothing is counted.
void count_stays(std::vector<person_stay>& stays, const stay_places& places, period_figures& into);

}  // namespace cxm
