#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "records/period_span.hpp"
#include "sql/dialect.hpp"

namespace cxm {

struct sql_request {
    std::string table;  ///< as it is written, see `sql_table`
    bool bare_names =
        false;           ///< columns that are plain words stand without quotes, in the letters that the engine takes
    bool guard = false;  ///< rows that are refused stop the query
    bool ids = false;    ///< of customers: a row each
    period_span span = {};
    std::vector<const metric*> metrics = {};  ///< computed beside the measures
    std::optional<std::int32_t> until = {};   ///< the last day of orders
    double level = 0.95;                      ///< of the metrics' limits
};

/// A query that counts the rows of a table as a plan says, with a record a row: `period`, labels, measures, and what
/// there was to refuse. Throws bad_usage for what the engine cannot do as `cxm tally` does.
std::string sql_query(const plan& p, const catalogue& known, const sql_dialect& in, const sql_request& wanted);

/// A table as it stands in a query: names with dots between them in the engine's quotes where they need any, and what
/// has quotes or parentheses as it is. Throws bad_usage for what ends a query.
std::string sql_table(const sql_dialect& in, const std::string& table);

}  // namespace cxm
