#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <cxm/association.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"

namespace cxm {

/// Detractors, passives, promoters, and who did not answer.
inline constexpr std::size_t groups_of_people = 4;

/// People of one group, and those of them who were lost.
struct people_counted {
    double people = 0;
    double lost = 0;
    std::optional<interval> limits = {};  ///< of the share lost; absent where there is nobody
};

/// What people answered against whether they were lost later.
struct relation_of_people {
    double level = 0.95;
    std::array<people_counted, groups_of_people> groups = {};
    share_trend trend = {};               ///< of the three who answered
    std::uint64_t answers_of_nobody = 0;  ///< people who answered and are no customers
};

/// Joins answers and customers, who are records of one person each by their first label.
///
/// Throws bad_input for a person with several answers, or who is several customers, and where an id is blank.
relation_of_people relate_people(const records& answers, const records& customers, const catalogue& known,
                                 double level);

}  // namespace cxm
