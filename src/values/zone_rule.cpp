#include <charconv>

#include "text/ascii.hpp"
#include "values/time_zone.hpp"

// Rules as POSIX spells them in the environment variable TZ.
namespace cxm {

namespace {

bool take_sign(std::string_view& text, char c) {
    const bool is_there = text.starts_with(c);
    text.remove_prefix(is_there ? 1 : 0);
    return is_there;
}

std::optional<int> take_whole(std::string_view& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || text.empty() || !is_digit(text[0])) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// `CET`, or `<+0330>`.
bool take_zone_name(std::string_view& text) {
    if (take_sign(text, '<')) {
        const std::size_t end = text.find('>');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        return end != std::string_view::npos;
    }
    std::size_t size = 0;
    while (size < text.size() && lower(text[size]) >= 'a' && lower(text[size]) <= 'z') {
        ++size;
    }
    text.remove_prefix(size);
    return size != 0;
}

/// `2`, `-1:30`, `+02:00:00`, in seconds.
std::optional<std::int64_t> take_clock(std::string_view& text) {
    const bool negative = take_sign(text, '-');
    if (!negative) {
        take_sign(text, '+');
    }
    std::int64_t seconds = 0;
    std::int64_t unit = 3600;
    do {
        const auto number = take_whole(text);
        if (!number) {
            return std::nullopt;
        }
        seconds += unit * *number;
        unit /= 60;
    } while (unit != 0 && take_sign(text, ':'));
    return negative ? -seconds : seconds;
}

/// `M3.5.0/2`, `J60`, `59`.
std::optional<zone_rule::change> take_change(std::string_view& text) {
    zone_rule::change change;
    if (!take_sign(text, ',')) {
        return std::nullopt;
    }
    if (take_sign(text, 'M')) {
        const auto month = take_whole(text);
        const auto week = take_sign(text, '.') ? take_whole(text) : std::nullopt;
        const auto weekday = take_sign(text, '.') ? take_whole(text) : std::nullopt;
        if (!month || !week || !weekday || *month < 1 || *month > 12 || *week < 1 || *week > 5 || *weekday > 6) {
            return std::nullopt;
        }
        change.month = *month;
        change.week = *week;
        change.weekday = *weekday;
    } else {
        change.day =
            take_sign(text, 'J') ? zone_rule::change::by::day_without_leap : zone_rule::change::by::day_of_year;
        const auto number = take_whole(text);
        if (!number || *number > 365) {
            return std::nullopt;
        }
        change.number = *number;
    }
    if (take_sign(text, '/')) {
        const auto time = take_clock(text);
        if (!time) {
            return std::nullopt;
        }
        change.second = *time;
    }
    return change;
}

}  // namespace

std::optional<zone_rule> parse_zone_rule(std::string_view text) {
    zone_rule rule;
    const auto behind = take_zone_name(text) ? take_clock(text) : std::nullopt;
    if (!behind) {
        return std::nullopt;
    }
    rule.standard = -*behind;
    if (text.empty()) {
        return rule;
    }
    if (!take_zone_name(text)) {
        return std::nullopt;
    }
    rule.summer = rule.standard + 3600;
    if (!text.starts_with(',')) {
        const auto summer_behind = take_clock(text);
        if (!summer_behind) {
            return std::nullopt;
        }
        rule.summer = -*summer_behind;
    }
    const auto to_summer = take_change(text);
    const auto to_standard = to_summer ? take_change(text) : std::nullopt;
    if (!to_standard || !text.empty()) {
        return std::nullopt;
    }
    rule.to_summer = *to_summer;
    rule.to_standard = *to_standard;
    return rule;
}

}  // namespace cxm
