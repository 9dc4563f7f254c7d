#include "write/duration.hpp"

#include <cmath>

#include <string_view>

#include <fmt/format.h>

#include "values/length_of_time.hpp"
#include "values/points_in_time.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

/// `4 h 21 min`, or `4 h`.
std::string in_two(double count, double per_unit, std::string_view unit, std::string_view part, const wording& say) {
    const std::string whole = fmt::format("{} {}", people_count(std::floor(count / per_unit), say), unit);
    const double rest = std::fmod(count, per_unit);
    return rest == 0 ? whole : fmt::format("{} {:.0f} {}", whole, rest, part);
}

}  // namespace

std::string people_duration(double seconds, int decimals, const wording& say) {
    constexpr double minute = 60;
    constexpr double hour = 60;
    constexpr double day = 24;
    const double size = std::abs(seconds);
    const double finest = std::pow(10, decimals);
    if (!(std::round(size * finest) / finest >= minute) || size >= 1e12) {
        return people_number(as::score, seconds, decimals, say) + " s";
    }
    const std::string sign = seconds < 0 ? "-" : "";
    if (const double whole = std::round(size); whole < minute * hour) {
        return sign + in_two(whole, minute, "min", "s", say);
    }
    if (const double minutes = std::round(size / minute); minutes < hour * day) {
        return sign + in_two(minutes, hour, "h", "min", say);
    }
    return sign + in_two(std::round(size / (minute * hour)), day, say("d"), "h", say);
}

std::string people_length(std::int64_t microseconds, const wording& say) {
    std::string text = spell_length_of_time(microseconds);
    if (say.is_english()) {
        return text;
    }
    const std::size_t unit = text.find_first_not_of("0123456789.");
    return say.number(text.substr(0, unit)).append(say.before_unit()).append(say(std::string_view(text).substr(unit)));
}

std::string people_moment(std::int64_t moment, const wording& say) {
    const std::string text = moment_text(moment);
    const std::size_t time = text.find(' ');
    return time == text.npos ? say.period(text) : say.period(text.substr(0, time)) + text.substr(time);
}

}  // namespace cxm
