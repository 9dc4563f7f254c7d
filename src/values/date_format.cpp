#include <cstddef>

#include "values/points_in_time.hpp"

#include "text/ascii.hpp"

namespace cxm {

namespace {

/// Takes at most `most` digits from the front; -1 where there are less than `least`.
int take_number(std::string_view& text, std::size_t most, std::size_t least = 1) {
    int value = 0;
    std::size_t count = 0;
    for (; count < most && count < text.size() && is_digit(text[count]); ++count) {
        value = value * 10 + (text[count] - '0');
    }
    text.remove_prefix(count);
    return count < least ? -1 : value;
}

/// Takes the English name of a month, short or long; -1 where there is none.
int take_month(std::string_view& text) {
    constexpr std::string_view names[] = {"january", "february", "march",     "april",   "may",      "june",
                                          "july",    "august",   "september", "october", "november", "december"};
    const auto starts_with = [&](std::string_view name) {
        for (std::size_t i = 0; i < name.size(); ++i) {
            if (i >= text.size() || lower(text[i]) != name[i]) {
                return false;
            }
        }
        return true;
    };
    for (int month = 0; month < 12; ++month) {
        if (starts_with(names[month].substr(0, 3))) {
            text.remove_prefix(starts_with(names[month]) ? names[month].size() : 3);
            return month + 1;
        }
    }
    return -1;
}

struct parts {
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int fraction = 0;                 ///< microseconds
    std::optional<bool> afternoon{};  ///< of hours up to 12

    std::int64_t time_of_day() const {
        const int hours = afternoon ? hour % 12 + (*afternoon ? 12 : 0) : hour;
        return ((hours * 60 + minute) * std::int64_t{60} + second) * microseconds_a_second + fraction;
    }
};

/// Takes up to nine decimals of a second from the front, of which six count; -1 where there are none.
int take_fraction_of_second(std::string_view& text) {
    const std::size_t before = text.size();
    int value = take_number(text, 9);
    std::size_t digits = before - text.size();
    for (; value >= 0 && digits < 6; ++digits) {
        value *= 10;
    }
    for (; value >= 0 && digits > 6; --digits) {
        value /= 10;
    }
    return value;
}

/// Reads what one letter of the format stands for.
bool take(char letter, std::string_view& text, parts& date) {
    int value = -1;
    switch (letter) {
        case 'Y': return (date.year = take_number(text, 4, 4)) >= 0;
        case 'y':
            value = take_number(text, 2);
            date.year = value < 69 ? 2000 + value : 1900 + value;
            return value >= 0;
        case 'm': return (date.month = take_number(text, 2)) >= 0;
        case 'd': return (date.day = take_number(text, 2)) >= 0;
        case 'b':
        case 'B': return (date.month = take_month(text)) >= 0;
        case 'H': return (date.hour = take_number(text, 2)) >= 0 && date.hour <= 24;
        case 'I': return (date.hour = take_number(text, 2)) >= 1 && date.hour <= 12;
        case 'M': return (date.minute = take_number(text, 2)) >= 0 && date.minute <= 59;
        case 'S': return (date.second = take_number(text, 2)) >= 0 && date.second <= 60;
        case 'f': return (date.fraction = take_fraction_of_second(text)) >= 0;
        case 'p':
            if (text.size() < 2 || (text[1] != 'M' && text[1] != 'm')) {
                return false;
            }
            date.afternoon = lower(text[0]) == 'p';
            text.remove_prefix(2);
            return true;
        default: return false;
    }
}

/// Fills in a date and a time of day; says what is wrong, or null.
const char* read_parts(std::string_view cell, std::string_view format, parts& date) {
    std::string_view text = cell;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '%' && i + 1 < format.size() && format[i + 1] != '%') {
            const char letter = format[++i];
            if (!take(letter, text, date)) {
                return letter == 'Y' ? "has no year of four digits where the format has one (%y reads two)"
                                     : "is not a date of the format given";
            }
            continue;
        }
        i += format[i] == '%' ? 1 : 0;
        if (text.empty() || text[0] != format[i]) {
            return "is not a date of the format given";
        }
        text.remove_prefix(1);
    }
    if (!text.empty()) {
        return "has more than a date of the format given";
    }
    if (!calendar::exists(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day))) {
        return "is a day that does not exist";
    }
    return nullptr;
}

std::int32_t day_number_of(const parts& date) {
    return calendar::day_number(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
}

}  // namespace

found_day parse_formatted_day(std::string_view cell, std::string_view format) {
    parts date;
    const char* const problem = read_parts(cell, format, date);
    return {problem == nullptr ? day_number_of(date) : 0, problem};
}

found_moment parse_formatted_moment(std::string_view cell, std::string_view format) {
    parts date;
    const char* const problem = read_parts(cell, format, date);
    return problem != nullptr ? found_moment{0, {}, problem}
                              : found_moment{day_number_of(date) * microseconds_a_day + date.time_of_day()};
}

namespace {

/// What stands for a run of the same letter; minutes are what comes behind hours.
std::string_view sign_for(char letter, std::size_t count, bool behind_hours) {
    switch (letter) {
        case 'y': return count == 4 ? "%Y" : count == 2 ? "%y" : "";
        case 'd': return count <= 2 ? "%d" : "";
        case 'h': return count <= 2 ? "%H" : "";
        case 's': return count <= 2 ? "%S" : "";
        case 'm': return behind_hours ? "%M" : count <= 2 ? "%m" : count == 3 ? "%b" : count == 4 ? "%B" : "";
        default: return "";
    }
}

}  // namespace

std::string format_of_letters(std::string_view letters) {
    std::string format;
    bool behind_hours = false;
    for (std::size_t at = 0; at < letters.size();) {
        const char letter = lower(letters[at]);
        std::size_t end = at + 1;
        while (letter >= 'a' && letter <= 'z' && end < letters.size() && lower(letters[end]) == letter) {
            ++end;
        }
        const std::string_view sign = sign_for(letter, end - at, behind_hours);
        behind_hours = behind_hours || letter == 'h';
        format.append(sign.empty() ? letters.substr(at, end - at) : sign);
        at = end;
    }
    return objection_to_format(format).empty() ? format : std::string();
}

std::string objection_to_format(std::string_view format) {
    bool year = false;
    bool month = false;
    bool day = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') {
            continue;
        }
        const char letter = ++i < format.size() ? format[i] : '\0';
        if (letter == '\0' || std::string_view("YymdbBHIMSfp%").find(letter) == std::string_view::npos) {
            return "knows %d %m %Y %y %b %B %H %I %M %S %f %p and %%";
        }
        year |= letter == 'Y' || letter == 'y';
        month |= letter == 'm' || letter == 'b' || letter == 'B';
        day |= letter == 'd';
    }
    return year && month && day ? "" : "must hold a day, a month and a year, as %d/%m/%Y does";
}

}  // namespace cxm
