#include "values/moment.hpp"

#include <algorithm>
#include <cstddef>

#include <cxm/period.hpp>

#include "text/ascii.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// The two digits at a place; 100 where there are none.
int two_digits(std::string_view text, std::size_t at) {
    return at + 1 < text.size() && is_digit(text[at]) && is_digit(text[at + 1])
               ? (text[at] - '0') * 10 + (text[at + 1] - '0')
               : 100;
}

bool is_same_word(std::string_view text, std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

/// `+02:00`, `-0230`, `+02`, and where `short_hours` `+2`, in seconds.
std::optional<std::int32_t> offset_of(std::string_view text, bool short_hours) {
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const int sign = text[0] == '-' ? -1 : 1;
    text.remove_prefix(1);
    int hours = two_digits(text, 0);
    std::size_t at = 2;
    if (hours > 23 && short_hours && is_digit(text[0]) && (text.size() == 1 || text[1] == ':')) {
        hours = text[0] - '0';
        at = 1;
    }
    if (hours > 23) {
        return std::nullopt;
    }
    text.remove_prefix(at);
    if (text.empty()) {
        return sign * hours * 3600;
    }
    text.remove_prefix(text[0] == ':' ? 1 : 0);
    const int minutes = two_digits(text, 0);
    return text.size() == 2 && minutes < 60 ? std::optional(sign * (hours * 3600 + minutes * 60)) : std::nullopt;
}

struct zone_word {
    std::string_view word;
    int hours;
};

/// Words that mean one zone alone: those of RFC 822, and of Europe.
constexpr zone_word zone_words[] = {{"UTC", 0},  {"GMT", 0},  {"UT", 0},   {"EST", -5}, {"EDT", -4}, {"CDT", -5},
                                    {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}, {"WET", 0},  {"WEST", 1},
                                    {"CET", 1},  {"MEZ", 1},  {"CEST", 2}, {"MESZ", 2}, {"EET", 2},  {"EEST", 3}};

/// What stands behind a time of day; a space before it is gone. False where it is no zone.
bool read_zone(std::string_view text, moment& into) {
    if (text == "Z" || text == "z") {
        into.ahead = 0;
        return true;
    }
    if (const auto offset = offset_of(text, false)) {
        into.ahead = offset;
        return true;
    }
    const std::size_t sign = std::min(text.find_first_of("+-"), text.size());
    const auto word = std::find_if(std::begin(zone_words), std::end(zone_words), [&](const zone_word& each) {
        return is_same_word(text.substr(0, sign), each.word);
    });
    const bool counts_on = sign == text.size() || (word != std::end(zone_words) && word->hours == 0);
    if (word == std::end(zone_words) || !counts_on) {
        return false;
    }
    const auto offset = sign == text.size() ? std::optional(word->hours * 3600) : offset_of(text.substr(sign), true);
    into.ahead = offset;
    into.zone_in_words = true;
    return offset.has_value();
}

/// Takes `PM` and a space before it off the front; 'a', 'p', or 0 where it is not there.
char take_half_of_day(std::string_view& text) {
    const std::size_t space = text.starts_with(' ') ? 1 : text.starts_with("\u202f") ? 3 : 0;
    const std::string_view word = text.substr(space, 2);
    const char half = word.empty() ? '\0' : lower(word[0]);
    const bool ends = space + 2 >= text.size() || text[space + 2] == ' ';
    if (word.size() < 2 || (half != 'a' && half != 'p') || lower(word[1]) != 'm' || !ends) {
        return '\0';
    }
    text.remove_prefix(space + 2);
    return half;
}

/// Takes the decimals of a second off the front.
std::int32_t take_microseconds(std::string_view& text) {
    std::int32_t fraction = 0;
    for (std::int32_t unit = 100'000; !text.empty() && is_digit(text[0]); unit /= 10) {
        fraction += unit * (text[0] - '0');
        text.remove_prefix(1);
    }
    return fraction;
}

bool is_all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

moment of_instant(std::int64_t instant) {
    moment m;
    m.second = static_cast<std::int32_t>((instant % seconds_a_day + seconds_a_day) % seconds_a_day);
    m.day = static_cast<std::int32_t>((instant - *m.second) / seconds_a_day);
    m.ahead = 0;
    return m;
}

/// Seconds since 1970 in ten digits, with or without a fraction, or milliseconds in thirteen.
std::optional<moment> parse_epoch(std::string_view cell) {
    constexpr std::size_t seconds = 10;
    constexpr std::size_t milliseconds = 13;
    const std::size_t point = std::min(cell.find('.'), cell.size());
    const std::string_view fraction = cell.substr(std::min(point + 1, cell.size()));
    if ((point != seconds && point != milliseconds) || !is_all_digits(cell.substr(0, seconds)) ||
        !is_all_digits(cell.substr(seconds, point - seconds)) || !is_all_digits(fraction) ||
        (point != cell.size() && fraction.empty())) {
        return std::nullopt;
    }
    std::int64_t instant = 0;
    for (const char digit : cell.substr(0, seconds)) {
        instant = instant * 10 + (digit - '0');
    }
    moment m = of_instant(instant);
    const std::string decimals = std::string(cell.substr(seconds, point - seconds)) + std::string(fraction);
    std::string_view left = decimals;
    m.microsecond = take_microseconds(left);
    return m;
}

}  // namespace

bool read_time_of_day(std::string_view text, moment& into) {
    const std::size_t colon = text.size() > 1 && text[1] == ':' ? 1 : 2;
    const int hour = colon == 1 && is_digit(text[0]) ? text[0] - '0' : two_digits(text, 0);
    const int minute = two_digits(text, colon + 1);
    if (text.size() < colon + 3 || text[colon] != ':' || hour > 24 || minute > 59) {
        return false;
    }
    text.remove_prefix(colon + 3);
    int second = 0;
    if (text.size() >= 3 && text[0] == ':') {
        second = two_digits(text, 1);
        if (second > 60) {
            return false;
        }
        text.remove_prefix(3);
        if (text.size() > 1 && (text[0] == '.' || text[0] == ',') && is_digit(text[1])) {
            text.remove_prefix(1);
            into.microsecond = take_microseconds(text);
        }
    }
    const char half = take_half_of_day(text);
    if ((half != '\0' && (hour < 1 || hour > 12)) || (half == '\0' && colon == 1)) {
        return false;
    }
    const int hour_of_day = half == '\0' ? hour : hour % 12 + (half == 'p' ? 12 : 0);
    into.second = hour_of_day * 3600 + minute * 60 + second;
    if (text.empty()) {
        return true;
    }
    // Databases write a space before the zone.
    text.remove_prefix(text.size() > 1 && text[0] == ' ' && text[1] != ' ' ? 1 : 0);
    return read_zone(text, into);
}

moment parse_iso_moment(std::string_view cell) {
    moment m;
    const found_day date = parse_iso_day(cell, m);
    if (date.problem != nullptr) {
        if (const auto epoch = parse_epoch(cell)) {
            return *epoch;
        }
    }
    m.day = date.day;
    m.problem = date.problem;
    return m;
}

zone_wanted parse_zone_wanted(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
        return {time_zone::of(text), nullptr};
    }
    return {time_zone::of(text.substr(colon + 1)), time_zone::of(text.substr(0, colon))};
}

moment in_zone(const moment& m, const zone_wanted& zone) {
    if (m.problem != nullptr || !zone.to || !m.second) {
        return m;
    }
    const std::int64_t local = std::int64_t{m.day} * seconds_a_day + *m.second;
    moment told = m;
    if (!m.ahead && !zone.from) {
        told.problem = "says no zone, of which --time-zone has to know: --time-zone UTC:Europe/Paris takes such times "
                       "as UTC";
        return told;
    }
    const auto instant = m.ahead ? std::optional(local - *m.ahead) : zone.from->instant_of(local);
    if (!instant) {
        told.problem = "is a time that the clocks of its zone skip";
        return told;
    }
    told = of_instant(*instant + zone.to->ahead_at(*instant));
    told.microsecond = m.microsecond;
    return told;
}

}  // namespace cxm
