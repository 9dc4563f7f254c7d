#pragma once

#include <string>
#include <vector>

#include "sql/counting.hpp"

namespace cxm {

/// Exact sums of a column's amounts, carried from step to step: one decimal, or, where an engine has none, units and
/// billionths.
class sql_amounts {
public:
    /// Refuses rows whose amount is no number of few enough digits; a blank one is 0. Without a column there is none.
    sql_amounts(row_cells& cells, sql_counting& to, const std::string& known, const std::string& column);

    bool any() const { return !of_row_.empty(); }

    /// The columns of a row, NULL where the condition does not hold.
    std::vector<std::string> of_rows(const std::string& when) const;

    /// Their sums, under the same names.
    std::vector<std::string> sums() const;

    /// Columns of their names that are NULL.
    std::vector<std::string> nothing() const;

    std::vector<std::string> names() const;

    /// A sum as text, '0' where there is nothing.
    std::string text() const;

private:
    const sql_dialect& in_;
    std::vector<std::string> of_row_;
};

}  // namespace cxm
