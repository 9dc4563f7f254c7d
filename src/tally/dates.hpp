#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

namespace cxm {

/// What a cell is as a date: a day counted from 1970-01-01, or what is wrong with it.
struct found_day {
    std::int32_t day = 0;
    const char* problem = nullptr;
};

/// Reads `2024-03-15`, and timestamps `2024-03-15T12:30:00.5+02:00` of which the date as written counts.
found_day parse_iso_day(std::string_view cell);

/// Reads a date by a format of `%d %m %Y %y %H %M %S %j %b` and other text, as strptime does.
found_day parse_formatted_day(std::string_view cell, std::string_view format);

/// What is wrong with a date format, empty where nothing is.
std::string objection_to_format(std::string_view format);

/// The first day of periods without a date.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// Turns date cells into the first days of their periods, remembering the dates it has met.
class date_reader {
public:
    /// An empty format reads ISO 8601.
    date_reader(grain of, std::string format);

    /// The first day of the cell's period; throws the finding as a text.
    std::int32_t period_of(std::string_view cell);

    /// Like period_of, and gives the day itself too.
    std::int32_t period_of(std::string_view cell, std::int32_t& day);

private:
    struct seen {
        std::uint64_t month = 0;  ///< `2024-03-` as bytes
        std::uint16_t date = 0;   ///< `15` as bytes
        std::int32_t day = 0;
        std::int32_t first = 0;
    };

    std::int32_t period_of_new(std::string_view cell, std::int32_t& day) const;

    grain grain_;
    std::string format_;
    std::vector<seen> seen_;
};

}  // namespace cxm
