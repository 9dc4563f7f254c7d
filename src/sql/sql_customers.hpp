#pragma once

#include <string>

#include "plan/plan.hpp"
#include "sql/query.hpp"

namespace cxm {

/// A query that sums up a plan's orders by customer: repeat purchases, weeks from the first to the last and to the end,
/// the mean amount of the repeat ones. Customers who are alike in that are one row, with their number, as `cxm
/// customers
/// --summary x,t_x,T,mean --count customers` reads it, or each has a row with the id, for `--summary
/// customer,x,t_x,T,mean`. Where a row is refused, each x says so. Throws bad_usage for a plan that asks for more.
std::string sql_customers(const plan& p, const sql_dialect& in, const sql_request& wanted);

}  // namespace cxm
