#pragma once

#include <string>

#include "sql/counting.hpp"

namespace cxm {

/// What the clock of a cell of ISO 8601 shows: `HHMMSSffffff`, as texts of it stand in the order of time; NULL where
/// `day`, that of the cell, is NULL.
std::string sql_clock(const std::string& cell, const std::string& day);

/// How far the zone of such a cell is ahead of UTC, `+0200`; NULL where it has none.
std::string sql_zone_offset(const std::string& cell, const std::string& day);

/// A moment in microseconds since 1970 began, by the number of its day, its clock and its offset.
std::string sql_moment(const sql_dialect& in, const std::string& day_number, const std::string& clock,
                       const std::string& offset);

/// Refuses rows whose time is none, or may be taken for the next day's; `known` is a condition, with its AND behind it,
/// of rows that are looked at.
void refuse_moments(row_cells& cells, sql_counting& to, const std::string& known, const std::string& column);

/// The same, and rows whose time is blank.
void refuse_times(row_cells& cells, sql_counting& to, const std::string& known, const std::string& column);

}  // namespace cxm
