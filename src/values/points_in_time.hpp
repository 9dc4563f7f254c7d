#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "values/dates.hpp"

namespace cxm {

inline constexpr std::int64_t microseconds_a_second = 1'000'000;
inline constexpr std::int64_t microseconds_a_day = 86'400 * microseconds_a_second;

/// What a cell is as a point in time, or what is wrong with it.
struct found_moment {
    std::int64_t at = 0;           ///< microseconds since 1970-01-01 by the clock that wrote it
    std::optional<int> east = {};  ///< minutes by which that clock is ahead of UTC; absent without a zone
    const char* problem = nullptr;
};

/// Reads what parse_iso_moment reads; a date alone is its first moment.
found_moment parse_iso_point(std::string_view cell);

/// Reads what parse_formatted_moment reads.
found_moment parse_formatted_point(std::string_view cell, std::string_view format);

/// The day of a moment, counted from 1970-01-01.
constexpr std::int32_t day_of(std::int64_t moment) {
    const std::int64_t day = moment / microseconds_a_day;
    return static_cast<std::int32_t>(moment < day * microseconds_a_day ? day - 1 : day);
}

/// `2024-03-15`, or `2024-03-15 12:30:05` where the moment is not a day's first.
std::string moment_text(std::int64_t moment);

}  // namespace cxm
