#pragma once

#include <string>
#include <vector>

#include "plan/plan.hpp"
#include "records/period_span.hpp"
#include "sql/counting.hpp"

namespace cxm {

/// Adds the periods in which a stay begins and ends to what is counted of a row.
void add_stays(const plan& p, row_cells& cells, sql_counting& to);

/// The first and the last period that have records even where nothing happened, as whole numbers; empty where the
/// stays tell.
struct sql_span {
    std::string first = {};
    std::string last = {};
};

/// Adds the steps from rows counted to the customers of each period, behind which stand the figures of other measures,
/// which are those of `cxm_figures` where `counts_rows`.
void add_stay_stages(const sql_dialect& in, const sql_counting& counting, bool counts_rows, const sql_span& wanted,
                     std::vector<sql_stage>& to);

}  // namespace cxm
