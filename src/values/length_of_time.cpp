#include "values/length_of_time.hpp"

#include <cmath>

#include <fmt/format.h>

#include "text/shown.hpp"
#include "values/number.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

struct unit_of_time {
    std::string_view name;
    std::int64_t length;
};

/// The longest first.
constexpr unit_of_time units_of_time[] = {{"w", 7 * microseconds_a_day},
                                          {"d", microseconds_a_day},
                                          {"h", 3600 * microseconds_a_second},
                                          {"min", 60 * microseconds_a_second},
                                          {"s", microseconds_a_second}};

}  // namespace

std::optional<std::int64_t> parse_length_of_time(std::string_view text) {
    constexpr double longest = 1e6 * static_cast<double>(microseconds_a_day);
    for (const unit_of_time& unit : units_of_time) {
        if (!text.ends_with(unit.name)) {
            continue;
        }
        const auto number = parse_number(text.substr(0, text.size() - unit.name.size()));
        const double length = number.value_or(-1) * static_cast<double>(unit.length);
        return length >= 0 && length <= longest ? std::optional(static_cast<std::int64_t>(std::llround(length)))
                                                : std::nullopt;
    }
    return std::nullopt;
}

std::string spell_length_of_time(std::int64_t microseconds) {
    // Weeks only where they are said: 7d reads better than 1w.
    for (const unit_of_time& unit : units_of_time) {
        if (unit.name != "w" && microseconds % unit.length == 0 && (microseconds != 0 || unit.name == "s")) {
            return fmt::format("{}{}", microseconds / unit.length, unit.name);
        }
    }
    return fmt::format("{}s", static_cast<double>(microseconds) / static_cast<double>(microseconds_a_second));
}

std::string objection_to_length_of_time(std::string_view text) {
    return quote_of(text) + (text.ends_with("m") ? " may be minutes or months; write 30min, or months in days: 90d"
                                                 : " is no length of time; write 7d, 36h, 15min, 30s or 2w");
}

}  // namespace cxm
