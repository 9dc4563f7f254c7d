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

std::int64_t moment_reader::read(std::string_view cell) {
    const found_moment found = format_.empty() ? parse_iso_point(cell) : parse_formatted_point(cell, format_);
    if (found.problem != nullptr) {
        throw bad_date{quoted(cell) + " " +
                       (format_.empty() ? objection_to_moment(cell, found.problem) : found.problem)};
    }
    if (found.at >= open_end * microseconds_a_day) {
        throw bad_date{quoted(cell) + " stands for an open end, and is not when something was"};
    }
    (found.east ? saw_zones_ : saw_none_) = true;
    constexpr std::int64_t minute = 60 * microseconds_a_second;
    return clock_ == clock_of_rows::utc && found.east ? found.at - *found.east * minute : found.at;
}

}  // namespace cxm
