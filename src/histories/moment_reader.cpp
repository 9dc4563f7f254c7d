#include "histories/moment_reader.hpp"

#include "text/problem.hpp"
#include "values/date_readings.hpp"

namespace cxm {

namespace {

std::string objection_to_moment(std::string_view cell, const char* problem) {
    if (problem != not_iso_day) {
        return problem;
    }
    const std::string readings = readings_of(cell);
    return readings.empty() ? problem : "is not a date such as 2024-03-15" + readings;
}

}  // namespace

moment_reader::moment_reader(const people_question& asked)
    : format_(asked.date_format),
      clock_(asked.clock),
      zone_(asked.time_zone.empty() ? zone_wanted{} : parse_zone_wanted(asked.time_zone)) {
    if (asked.of_days != grain::free) {
        days_.emplace(asked.of_days, asked.date_format, zone_);
    }
}

std::int64_t moment_reader::read(std::string_view cell) {
    if (days_) {
        const std::int32_t day = read_day(cell);
        if (day >= open_end) {
            throw bad_date{quote_of(cell) + " stands for an open end, and is not when something was"};
        }
        return day * microseconds_a_day;
    }
    moment written = format_.empty() ? parse_iso_moment(cell) : parse_formatted_moment(cell, format_);
    const char* const problem = written.problem;
    if (problem != nullptr) {
        throw bad_date{quote_of(cell) + " " + (format_.empty() ? objection_to_moment(cell, problem) : problem)};
    }
    if (zone_.to) {
        const moment told = in_zone(written, zone_);
        if (told.problem != nullptr) {
            throw bad_date{quote_of(cell) + " " + told.problem};
        }
        written = told;
    }
    const std::int64_t at =
        written.day * microseconds_a_day + written.second.value_or(0) * microseconds_a_second + written.microsecond;
    if (written.day >= open_end) {
        throw bad_date{quote_of(cell) + " stands for an open end, and is not when something was"};
    }
    (written.ahead ? saw_zones_ : saw_none_) = true;
    ahead_ = written.ahead.value_or(0) * microseconds_a_second;
    return clock_ == clock_of_rows::utc ? at - ahead_ : at;
}

std::int32_t moment_reader::read_day(std::string_view cell) {
    std::int32_t day = 0;
    days_.value().period_of(cell, day);
    return day;
}

}  // namespace cxm
