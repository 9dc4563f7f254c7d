#include "values/points_in_time.hpp"

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace cxm {

namespace {

int two_digits_at(std::string_view text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

/// Takes the decimals of a second from the front.
std::int64_t take_fraction(std::string_view& text) {
    std::int64_t fraction = 0;
    std::int64_t unit = microseconds_a_second;
    for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) {
        unit /= 10;
        fraction += unit * (text[0] - '0');
    }
    return fraction;
}

/// `Z`, `+02:00`, `+0200`, `+02`, which are known to be well written; nothing where there is none.
std::optional<int> zone_of(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    if (text[0] != '+' && text[0] != '-') {
        return 0;
    }
    const int hours = two_digits_at(text, 1);
    const std::size_t minutes_at = text.size() > 3 && text[3] == ':' ? 4 : 3;
    const int minutes = text.size() > minutes_at ? two_digits_at(text, minutes_at) : 0;
    return (text[0] == '-' ? -1 : 1) * (60 * hours + minutes);
}

}  // namespace

found_moment parse_iso_moment(std::string_view cell) {
    const found_day date = parse_iso_day(cell);
    found_moment found{date.day * microseconds_a_day, std::nullopt, date.problem};
    if (date.problem != nullptr || cell.size() <= 10) {
        return found;
    }
    std::string_view time = cell.substr(11);
    std::int64_t seconds = 3600 * two_digits_at(time, 0) + 60 * two_digits_at(time, 3);
    time.remove_prefix(5);
    if (time.size() >= 3 && time[0] == ':') {
        seconds += two_digits_at(time, 1);
        time.remove_prefix(3);
    }
    found.at += seconds * microseconds_a_second;
    if (!time.empty() && (time[0] == '.' || time[0] == ',')) {
        time.remove_prefix(1);
        found.at += take_fraction(time);
    }
    time.remove_prefix(!time.empty() && time[0] == ' ' ? 1 : 0);
    found.east = zone_of(time);
    return found;
}

std::string moment_text(std::int64_t moment) {
    const std::int32_t day = day_of(moment);
    const std::string date = spell(containing(day, grain::day));
    const std::int64_t seconds = (moment - day * microseconds_a_day) / microseconds_a_second;
    return seconds == 0 ? date
                        : fmt::format("{} {:02}:{:02}:{:02}", date, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace cxm
