#pragma once

#include <string>
#include <vector>

#include "sql/counting.hpp"
#include "sql/query.hpp"

namespace cxm {

/// A plan that is spelled, and how.
struct sql_plan {
    const plan& p;
    const catalogue& known;
    const sql_dialect& in;
    const sql_request& wanted;
    bool by_number = false;          ///< periods are numbered until the end
    std::string period_column = {};  ///< of groups; empty where rows have no period of the calendar
};

/// The column `refused_in_all`, or where the query `stops`, what ends it with `refused_example_of_all` where that is
/// not 0. Throws bad_usage for an engine that cannot.
std::string stop_or_refused(const sql_dialect& in, bool stops);

/// Adds the steps from figures to the records that leave; gives their order.
std::string add_result(const sql_plan& of, const sql_counting& counting, std::vector<sql_stage>& to);

}  // namespace cxm
