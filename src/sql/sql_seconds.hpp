#pragma once

#include <string>

#include "sql/sql_arithmetic.hpp"

namespace cxm {

/// Throws bad_usage where an engine cannot tell the seconds between two times.
void require_seconds(const sql_dialect& in);

/// The seconds from one time to a later one as an exact decimal of six places, NULL where one of them is blank, and
/// what is wrong with the two. Throws as `require_seconds` does.
sql_value sql_seconds(const std::string& later, const std::string& earlier, row_cells& cells);

/// How many digits these seconds have.
inline constexpr sql_digits digits_of_seconds = {12, 6};

}  // namespace cxm
