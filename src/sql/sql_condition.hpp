#pragma once

#include <string>

#include "plan/condition.hpp"
#include "sql/row_cells.hpp"

namespace cxm {

/// What a condition is in SQL.
struct sql_condition {
    std::string truth;       ///< true, false, or NULL where it is unknown; empty: always true
    std::string fault = {};  ///< whether a cell that has to be looked at is none that can be compared; empty: never
    std::string cells = {};  ///< those, as a text: `score = 'abc'`
};

/// One walk over the steps of a condition. Throws bad_usage for what the engine cannot do as `cxm tally` does.
sql_condition sql_of(const condition& c, row_cells& cells);

}  // namespace cxm
