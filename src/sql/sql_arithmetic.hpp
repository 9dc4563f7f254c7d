#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/arithmetic.hpp"
#include "plan/condition.hpp"
#include "sql/row_cells.hpp"

namespace cxm {

/// What is wrong with a row, in SQL: when, and what is said behind a column's cell.
struct sql_fault {
    std::string when;
    std::string column;
    std::string_view what;
};

/// Arithmetic in SQL, exact where all its columns have a value.
struct sql_value {
    std::string text;
    std::map<std::string, std::string> columns = {};  ///< by what they are read as
    std::vector<sql_fault> faults = {};               ///< beside that of a column which is not read
};

/// Arithmetic in exact decimals; `columns` are those that its steps name. Throws bad_usage where the engine has none,
/// or where so many columns are multiplied that too few digits are left for each.
sql_value sql_of(const arithmetic& a, const std::vector<std::string>& columns, row_cells& cells,
                 sql_digits most = {18, 18});

/// A value in two parts: whole units, and billionths.
struct sql_parts {
    sql_value units;
    sql_value billionths;
};

/// Sums and differences of columns in two whole numbers, for engines without decimals. Throws bad_usage for products.
sql_parts sql_parts_of(const arithmetic& a, const std::vector<std::string>& columns, row_cells& cells);

/// What is computed on both sides, compared.
struct sql_comparison {
    std::string truth;
    std::map<std::string, std::string> columns;
    std::vector<sql_fault> faults;
};

sql_comparison sql_comparison_of(const arithmetic& left, const arithmetic& right, std::string_view sign,
                                 const std::vector<column_text>& columns, row_cells& cells);

}  // namespace cxm
