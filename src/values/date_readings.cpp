#include "values/date_readings.hpp"

#include <cstddef>
#include <vector>

#include <cxm/period.hpp>

#include <fmt/format.h>

#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// The format of a time and what is before it, `, %H:%M`; what does not look like one is left for the date to fail by.
std::string format_of_time(std::string_view rest) {
    constexpr std::string_view parts[] = {"%H", "%M", "%S"};
    std::string format;
    std::size_t part = 0;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        if (is_digit(rest[at]) && part < std::size(parts)) {
            format += parts[part++];
            at += at + 1 < rest.size() && is_digit(rest[at + 1]) ? 1 : 0;
        } else if (part != 0 && at + 1 < rest.size() && lower(rest[at + 1]) == 'm') {
            format += "%p";
            format.replace(format.find("%H"), 2, "%I");
            ++at;
        } else {
            format += rest[at] == '%' ? "%%" : std::string(1, rest[at]);
        }
    }
    return format;
}

/// A number of a date, and what follows it.
struct field {
    std::string_view digits;
    std::string_view rest;
};

field field_of(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) {
        ++size;
    }
    return {text.substr(0, size), text.substr(size)};
}

/// The formats by which three numbers and what is behind them may be a date, the likelier first.
std::vector<std::string> formats_of(std::string_view cell) {
    const field first = field_of(cell);
    const char mark = first.rest.empty() ? '\0' : first.rest[0];
    if (first.digits.empty() || std::string_view("/.-").find(mark) == std::string_view::npos) {
        return {};
    }
    const field second = field_of(first.rest.substr(1));
    if (second.digits.empty() || second.rest.empty() || second.rest[0] != mark) {
        return {};
    }
    const field third = field_of(second.rest.substr(1));
    const std::string time = format_of_time(third.rest);
    const auto joined = [&](std::string_view a, std::string_view b, std::string_view c) {
        return fmt::format("{}{}{}{}{}{}", a, mark, b, mark, c, time);
    };
    if (first.digits.size() == 4) {
        return {joined("%Y", "%m", "%d")};
    }
    const std::string_view year = third.digits.size() == 4 ? "%Y" : "%y";
    return {joined("%d", "%m", year), joined("%m", "%d", year)};
}

std::string in_words(std::int32_t day) {
    constexpr std::string_view months[] = {"January", "February", "March",     "April",   "May",      "June",
                                           "July",    "August",   "September", "October", "November", "December"};
    const std::string iso = spell(containing(day, grain::day));
    const auto number = [&](std::size_t at) { return (iso[at] - '0') * 10 + (iso[at + 1] - '0'); };
    return fmt::format("{} {} {}", number(8), months[number(5) - 1], iso.substr(0, 4));
}

}  // namespace

std::string readings_of(std::string_view cell) {
    std::vector<std::string> flags;
    std::vector<std::string> days;
    for (const std::string& format : formats_of(cell)) {
        if (const found_day read = parse_formatted_day(cell, format); read.problem == nullptr) {
            flags.push_back("--date-format " + shell_word(format));
            days.push_back(in_words(read.day));
        }
    }
    if (flags.size() < 2) {
        return flags.empty() ? "" : fmt::format(" ({} reads {})", flags[0], days[0]);
    }
    return days[0] == days[1] ? fmt::format(": is the day first, {}, or the month, {}?", flags[0], flags[1])
                              : fmt::format(": is it {}, {}, or {}, {}?", days[0], flags[0], days[1], flags[1]);
}

}  // namespace cxm
