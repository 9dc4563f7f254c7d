#pragma once

#include <string>
#include <string_view>

#include "sql/dialect.hpp"

namespace cxm {

// Which texts are read as what. Each takes less than `cxm tally` does, and nothing that it reads otherwise: the rest is
// refused with its row.

/// Digits of exact decimals.
struct sql_digits {
    int whole = 0;   ///< before the point
    int places = 0;  ///< behind it
};

/// Whether a cell is a number that doubles tell from others.
std::string is_number(const sql_dialect& in, const std::string& cell);

/// Whether a cell is an exact decimal of no more digits, zeros at its end apart.
std::string is_decimal(const sql_dialect& in, const std::string& cell, sql_digits most);

/// Whether the point of a number may be one of thousands: `1.204`.
std::string is_maybe_grouped(const sql_dialect& in, const std::string& cell);

/// What stands behind the time of a cell, where there are no patterns.
std::string zone_by_glob(const std::string& cell);

/// Whether a cell begins with a day that exists, maybe with a time behind it, and nothing else; with a time always
/// where `timed`. The zone is a column of the above, empty where there are patterns.
std::string is_day(const sql_dialect& in, const std::string& cell, const std::string& zone, bool timed = false);

}  // namespace cxm
