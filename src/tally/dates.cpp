#include "tally/dates.hpp"

#include <algorithm>

#include "problem.hpp"

namespace cxm {

namespace {

constexpr const char* no_such_day = "is a day that does not exist";
constexpr const char* not_iso = "is not a date such as 2024-03-15 (other forms by --date-format)";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int two_digits(const char* at) { return is_digit(at[0]) && is_digit(at[1]) ? (at[0] - '0') * 10 + (at[1] - '0') : 100; }

/// `Z`, `+02:00`, `+0200`, `+02`, or nothing.
bool is_zone(std::string_view text) {
    if (text.empty() || text == "Z" || text == "z") {
        return true;
    }
    if ((text[0] != '+' && text[0] != '-') || text.size() < 3 || two_digits(text.data() + 1) > 23) {
        return false;
    }
    text.remove_prefix(3);
    if (!text.empty() && text[0] == ':') {
        text.remove_prefix(1);
        return text.size() == 2 && two_digits(text.data()) < 60;
    }
    return text.empty() || (text.size() == 2 && two_digits(text.data()) < 60);
}

/// `12:30`, `12:30:00`, `12:30:00.123`, and a zone after it.
bool is_time(std::string_view text) {
    if (text.size() < 5 || two_digits(text.data()) > 24 || text[2] != ':' || two_digits(text.data() + 3) > 59) {
        return false;
    }
    std::size_t at = 5;
    if (text.size() >= 8 && text[5] == ':') {
        if (two_digits(text.data() + 6) > 60) {
            return false;
        }
        at = 8;
        if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1])) {
            for (++at; at < text.size() && is_digit(text[at]); ++at) {
            }
        }
    }
    // Databases write a space before the zone.
    at += at + 1 < text.size() && text[at] == ' ' && text[at + 1] != ' ' ? 1 : 0;
    return is_zone(text.substr(at));
}

}  // namespace

found_day parse_iso_day(std::string_view cell) {
    const std::string_view date = cell.substr(0, 10);
    if (date.size() < 10 || date[4] != '-' || date[7] != '-') {
        return {0, not_iso};
    }
    const int century = two_digits(date.data());
    const int year = two_digits(date.data() + 2);
    const int month = two_digits(date.data() + 5);
    const int day = two_digits(date.data() + 8);
    if (std::max({century, year, month, day}) > 99) {
        return {0, not_iso};
    }
    if (!calendar::exists(century * 100 + year, static_cast<unsigned>(month), static_cast<unsigned>(day))) {
        return {0, no_such_day};
    }
    if (cell.size() > 10 && ((cell[10] != 'T' && cell[10] != ' ' && cell[10] != 't') || !is_time(cell.substr(11)))) {
        return {0, "is not a time such as 2024-03-15T12:30:00Z"};
    }
    return {calendar::day_number(century * 100 + year, static_cast<unsigned>(month), static_cast<unsigned>(day))};
}

date_reader::date_reader(grain of, std::string format)
    : grain_(of),
      format_(std::move(format)),
      shortest_known_(format_.empty() ? 10 : std::string::npos),
      to_period_(of == grain::day || of == grain::week ? 0 : 6),
      months_(months),
      firsts_((months << 6) >> to_period_) {}

std::int32_t date_reader::period_of(std::string_view cell, std::int32_t& day) {
    if (cell.size() < shortest_known_) {
        return period_of_new(cell, day);
    }
    const place at(cell);
    if (!has_met(at)) {
        const std::int32_t first = period_of_new(cell, day);
        month_met& month = months_[at.month];
        if (month.text != at.text) {
            month = {at.text, 0, day - at.day_of_month() + 1};
        }
        month.days |= std::uint64_t{1} << at.day;
        firsts_[at.of_day() >> to_period_] = first;
        return first;
    }
    if (cell.size() > 10 && ((cell[10] != 'T' && cell[10] != ' ') || !is_time(cell.substr(11)))) {
        return period_of_new(cell, day);
    }
    day = months_[at.month].first + at.day_of_month() - 1;
    return firsts_[at.of_day() >> to_period_];
}

std::int32_t date_reader::period_of_new(std::string_view cell, std::int32_t& day) const {
    const found_day found = format_.empty() ? parse_iso_day(cell) : parse_formatted_day(cell, format_);
    if (found.problem != nullptr) {
        const auto already = parse_period(cell);
        const bool names_period = format_.empty() && already && already->of > grain::day;
        throw quoted(cell) + " " +
            (names_period
                 ? "is not a date such as 2024-03-15 but a period (--period COLUMN takes periods as they are written)"
                 : found.problem);
    }
    day = found.day;
    return containing(found.day, grain_).first;
}

}  // namespace cxm
