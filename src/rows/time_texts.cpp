#include "rows/time_texts.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "values/calendar_words.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// Digits at a place of a text, as many as there are up to so many.
std::size_t digits_at(std::string_view text, std::size_t at, std::size_t most) {
    std::size_t count = 0;
    while (count < most && at + count < text.size() && is_digit(text[at + count])) {
        ++count;
    }
    return count;
}

bool is_period(std::string_view text) {
    const auto read = parse_period(text);
    return read && read->of != grain::free;
}

}  // namespace

bool is_out_of_order(std::string_view text) {
    return read_calendar(text).is != calendar_reading::kind::none && !is_period(text) &&
           parse_iso_day(text).problem != nullptr && !std::all_of(text.begin(), text.end(), is_digit);
}

bool is_like_slashed_day(std::string_view text) {
    constexpr std::size_t shortest = 6;
    if (text.size() < shortest) {
        return false;
    }
    const std::size_t first = digits_at(text, 0, 3);
    const char mark = text[first];
    if (first == 0 || first == 3 || (mark != '/' && mark != '.' && mark != '-')) {
        return false;
    }
    const std::size_t second = digits_at(text, first + 1, 3);
    const std::size_t last = first + second + 2;
    return second > 0 && second < 3 && last < text.size() && text[last - 1] == mark && digits_at(text, last, 2) == 2;
}

bool lies_within(std::string_view cell, std::string_view named) {
    return cell.size() > named.size() && cell.starts_with(named) &&
           std::string_view("-T ").find(cell[named.size()]) != std::string_view::npos;
}

std::string after_period(std::string_view named) { return is_period(named) ? spell(next(*parse_period(named))) : ""; }

}  // namespace cxm
