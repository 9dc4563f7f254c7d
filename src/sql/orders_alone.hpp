#pragma once

#include <string_view>

#include "plan/plan.hpp"
#include "sql/query.hpp"

namespace cxm {

/// Throws bad_usage where a plan asks more of a query about people than whose rows count, and when; `use` is what the
/// query is for, `of_period` what is said of a period that nobody takes.
void require_orders_alone(const plan& p, const sql_request& wanted, std::string_view use, std::string_view of_period);

}  // namespace cxm
