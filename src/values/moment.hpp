#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "values/time_zone.hpp"

namespace cxm {

/// A cell as a time: its day as it is written, counted from 1970-01-01, and what it says of the clock.
struct moment {
    std::int32_t day = 0;
    std::optional<std::int32_t> second = {};  ///< of that day
    std::int32_t microsecond = 0;             ///< of that second; parts of one are left out
    std::optional<std::int32_t> ahead = {};   ///< seconds that its clock is ahead of UTC, where it says so
    bool zone_in_words = false;               ///< it says so by a word: `UTC`, `GMT+1`, `CEST`
    const char* problem = nullptr;            ///< what is wrong with it as a time; the rest means nothing then
};

/// A time of day: `12:30`, `12:30:00.123`, `11:59 PM`, with or without a zone behind it (`Z`, `+02:00`, ` UTC`,
/// ` GMT+1`, ` CEST`); false where the text is none.
bool read_time_of_day(std::string_view text, moment& into);

/// Reads `2024-03-15`, alone or with a time, and seconds or milliseconds since 1970 in ten or thirteen digits.
moment parse_iso_moment(std::string_view cell);

/// Reads a time by a format, see `parse_formatted_day`; a format without a time takes one behind the date, a format
/// with one the fraction of the seconds and the zone. `excel` reads days since 1900 as spreadsheets count them.
moment parse_formatted_moment(std::string_view cell, std::string_view format);

/// In whose time days are told.
struct zone_wanted {
    std::shared_ptr<const time_zone> to = {};    ///< null: each time's own, as it is written
    std::shared_ptr<const time_zone> from = {};  ///< of times that say none; null: those are refused

    bool operator==(const zone_wanted&) const = default;
};

/// How the cells of a column of times are read.
struct time_form {
    std::string date_format = {};  ///< empty: ISO 8601
    zone_wanted zone = {};

    bool operator==(const time_form&) const = default;
};

/// Reads `Europe/Paris`, or `UTC:Europe/Paris` where times that say no zone are of UTC; throws bad_usage.
zone_wanted parse_zone_wanted(std::string_view text);

/// The day on which a time falls; its `problem` is set where it cannot be told. A day without a time is what it is.
moment in_zone(const moment& m, const zone_wanted& zone);

}  // namespace cxm
