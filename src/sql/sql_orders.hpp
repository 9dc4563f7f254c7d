#pragma once

#include "sql/counting.hpp"
#include "sql/sql_amounts.hpp"

namespace cxm {

/// What customers did, by the rows that are their orders: who buys, is new and returns.
class sql_orders {
public:
    /// Refuses rows of nobody and of no time, and adds what is counted. Later days than `until` do not count. Throws
    /// bad_usage for what only files are counted by.
    sql_orders(const plan& p, const catalogue& known, std::optional<std::int32_t> until, row_cells& cells,
               sql_counting& to);

    /// Adds the steps between rows that are counted and their groups; `period` is the column of theirs, empty where
    /// they have none.
    void add(const sql_counting& counting, const std::string& period, std::vector<sql_stage>& to) const;

private:
    const sql_dialect& in_;
    std::optional<std::int32_t> until_;
    sql_amounts amounts_;
};

}  // namespace cxm
