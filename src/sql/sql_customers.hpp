#pragma once

#include <string>

#include "plan/plan.hpp"
#include "sql/query.hpp"

namespace cxm {

/// A query that gives a row a customer of a plan's orders, as `cxm customers --summary customer,x,t_x,T,mean` reads
/// them: repeat purchases, weeks from the first to the last and to the end, the mean amount of the repeat ones. Where a
/// row is refused, each x says so. Throws bad_usage for a plan that asks for more.
std::string sql_customers(const plan& p, const sql_dialect& in, const sql_request& wanted);

}  // namespace cxm
