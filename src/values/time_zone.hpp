#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

inline constexpr std::int64_t seconds_a_day = 86400;

/// How far the clocks of a place are ahead of UTC, after the rules that the last years of its data hold for good.
struct zone_rule {
    /// When clocks change: a weekday of a month (`M3.5.0`), or a day of the year with or without leap days.
    struct change {
        enum class by { weekday, day_of_year, day_without_leap } day = by::weekday;
        int month = 0, week = 0, weekday = 0;  ///< of `weekday`: 5 is the last week, 0 a Sunday
        int number = 0;                        ///< of the others
        std::int64_t second = 7200;            ///< of that day, by the clock as it is before
    };
    std::int64_t standard = 0;                ///< seconds
    std::optional<std::int64_t> summer = {};  ///< absent: the clocks do not change
    change to_summer = {};
    change to_standard = {};
};

/// The local time of a place, by the system's data.
class time_zone {
public:
    /// Of `Europe/Paris`; throws bad_usage, with the nearest names, where there is none of the name.
    static std::shared_ptr<const time_zone> of(std::string_view name);

    /// Reads a file of zone data (RFC 8536, version 2 or later); throws std::runtime_error where it is none.
    static time_zone from_data(std::string_view data);

    /// Seconds that local time is ahead of UTC at an instant, in seconds since 1970.
    std::int64_t ahead_at(std::int64_t instant) const;

    /// The instant of a local time, in seconds since 1970 as if it were UTC; of two, where clocks go back, the first;
    /// nothing where they skip it.
    std::optional<std::int64_t> instant_of(std::int64_t local) const;

private:
    std::vector<std::int64_t> begins_;  ///< instants from which the next holds
    std::vector<std::int64_t> ahead_;   ///< one more than begins
    std::optional<zone_rule> after_;    ///< behind the last begin
};

/// A rule as POSIX spells it, `CET-1CEST,M3.5.0,M10.5.0/3`; nothing where it is none.
std::optional<zone_rule> parse_zone_rule(std::string_view text);

}  // namespace cxm
