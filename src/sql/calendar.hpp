#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "sql/dialect.hpp"
#include "sql/stages.hpp"

namespace cxm {

// Days and periods by whole numbers alone: engines agree on these, and on little else of the calendar.

/// The number of a day `2024-03-15` from 1970-01-01 on.
std::string sql_day_number(const sql_dialect& in, const std::string& day);

/// The period of a day as it is spelled; of weeks there is none without numbers.
std::string sql_period(grain every, const std::string& day);

/// The number of the period of a day, one more from each to the next; `day_number` for days and weeks.
std::string sql_period_number(const sql_dialect& in, grain every, const std::string& day,
                              const std::string& day_number);

/// The number of a month, or of the quarter or the year that it lies in.
std::string sql_month_number(const sql_dialect& in, grain every, const std::string& year, const std::string& month);

/// The number of the period of a day, as it stands in a query.
std::string sql_period_number(grain every, std::int32_t day);

/// Adds the steps that spell the periods of numbers `period_number` of a stage, as `period_text`, '' where there is
/// none.
void add_spelled_periods(const sql_dialect& in, grain every, std::vector<sql_stage>& to);

/// `Mon`.
std::string sql_weekday(const sql_dialect& in, const std::string& day_number);

}  // namespace cxm
