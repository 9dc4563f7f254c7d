#include <algorithm>

#include "text/ascii.hpp"
#include "values/dates.hpp"
#include "values/moment.hpp"

namespace cxm {

namespace {

constexpr const char* no_such_day = "is a day that does not exist";

int two_digits(const char* at) { return is_digit(at[0]) && is_digit(at[1]) ? (at[0] - '0') * 10 + (at[1] - '0') : 100; }

}  // namespace

bool is_time_of_day(std::string_view text) {
    moment read;
    return read_time_of_day(text, read) && !read.zone_in_words;
}

found_day parse_iso_day(std::string_view cell) {
    moment time;
    return parse_iso_day(cell, time);
}

found_day parse_iso_day(std::string_view cell, moment& time) {
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
        ((cell[10] != 'T' && cell[10] != ' ' && cell[10] != 't') || !read_time_of_day(cell.substr(11), time))) {
        return {0, "is not a time such as 2024-03-15T12:30:00Z"};
    }
    return {calendar::day_number(century * 100 + year, static_cast<unsigned>(month), static_cast<unsigned>(day))};
}

}  // namespace cxm
