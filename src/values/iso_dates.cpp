#include <algorithm>

#include "text/ascii.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

constexpr const char* no_such_day = "is a day that does not exist";

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

}  // namespace

bool is_time_of_day(std::string_view text) {
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

found_day parse_iso_day(std::string_view cell) {
    const std::string_view date = cell.substr(0, 10);
    if (date.size() < 10 || date[4] != '-' || date[7] != '-') {
        return {0, not_iso_day};
    }
    const int century = two_digits(date.data());
    const int year = two_digits(date.data() + 2);
    const int month = two_digits(date.data() + 5);
    const int day = two_digits(date.data() + 8);
    if (std::max({century, year, month, day}) > 99) {
        return {0, not_iso_day};
    }
    if (!calendar::exists(century * 100 + year, static_cast<unsigned>(month), static_cast<unsigned>(day))) {
        return {0, no_such_day};
    }
    if (cell.size() > 10 &&
        ((cell[10] != 'T' && cell[10] != ' ' && cell[10] != 't') || !is_time_of_day(cell.substr(11)))) {
        return {0, "is not a time such as 2024-03-15T12:30:00Z"};
    }
    return {calendar::day_number(century * 100 + year, static_cast<unsigned>(month), static_cast<unsigned>(day))};
}

}  // namespace cxm
