#include "values/points_in_time.hpp"

#include <fmt/format.h>

#include "values/moment.hpp"

namespace cxm {

namespace {

found_moment point_of(const moment& m) {
    if (m.problem != nullptr) {
        return {0, {}, m.problem};
    }
    found_moment found{m.day * microseconds_a_day + m.second.value_or(0) * microseconds_a_second + m.microsecond};
    if (m.ahead) {
        found.east = *m.ahead / 60;
    }
    return found;
}

}  // namespace

found_moment parse_iso_point(std::string_view cell) { return point_of(parse_iso_moment(cell)); }

found_moment parse_formatted_point(std::string_view cell, std::string_view format) {
    return point_of(parse_formatted_moment(cell, format));
}

std::string moment_text(std::int64_t moment) {
    const std::int32_t day = day_of(moment);
    const std::string date = spell(containing(day, grain::day));
    const std::int64_t seconds = (moment - day * microseconds_a_day) / microseconds_a_second;
    return seconds == 0 ? date
                        : fmt::format("{} {:02}:{:02}:{:02}", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace cxm
