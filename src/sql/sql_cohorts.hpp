#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "plan/plan.hpp"
#include "sql/query.hpp"

namespace cxm {

/// How people are counted into cohorts.
struct sql_cohort_rules {
    grain every = grain::month;
    std::optional<std::int32_t> rolling = {};  ///< days of an age; absent: an age is a period of the calendar
    bool unbounded = false;                    ///< active is who comes at an age or later
    std::size_t ages = 120;                    ///< that are counted, 1000 at most
};

/// A query that gives the cells of the grid that `cxm cohorts` makes of a plan's orders, or of its people's rows, as
/// records with the labels `cohort` and `age`. Throws bad_usage for a plan that asks for more.
std::string sql_cohorts(const plan& p, const sql_dialect& in, const sql_request& wanted, const sql_cohort_rules& rules);

}  // namespace cxm
