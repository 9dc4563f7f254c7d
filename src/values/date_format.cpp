#include <cstddef>
#include <string>

#include "text/ascii.hpp"
#include "values/dates.hpp"
#include "values/fixed.hpp"
#include "values/moment.hpp"

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
    int fraction = 0;       ///< microseconds
    char half = '\0';       ///< of the day: a or p
    bool is_timed = false;  ///< the format has a time of day
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
            if (text.size() < 2 || lower(text[1]) != 'm' || (lower(text[0]) != 'a' && lower(text[0]) != 'p')) {
                return false;
            }
            date.half = lower(text[0]);
            text.remove_prefix(2);
            return true;
        default: return false;
    }
}

/// What stands behind a date of a format: a time where the format has none, a fraction of its seconds and a zone where
/// it has.
bool read_rest(std::string_view rest, const parts& date, moment& into) {
    if (date.is_timed) {
        const int hour = date.half == '\0' ? date.hour : date.hour % 12 + (date.half == 'p' ? 12 : 0);
        into.second = hour * 3600 + date.minute * 60 + date.second;
        into.microsecond = date.fraction;
        moment behind;
        if (!rest.empty() && !read_time_of_day("00:00:00" + std::string(rest), behind)) {
            return false;
        }
        into.microsecond += behind.microsecond;
        into.ahead = behind.ahead;
        into.zone_in_words = behind.zone_in_words;
        return true;
    }
    if (rest.empty()) {
        return true;
    }
    rest.remove_prefix(rest.starts_with(", ") ? 2 : rest.starts_with(' ') || rest.starts_with('T') ? 1 : 0);
    return read_time_of_day(rest, into);
}

/// Days since 1900 as spreadsheets count them, from March on: they take that year for a leap year.
moment parse_serial(std::string_view cell) {
    number_reader any_mark(std::nullopt);
    const auto number = any_mark.number(cell);
    constexpr double first = 61;
    constexpr double last = 2958465;  // 9999-12-31
    constexpr std::int32_t day_of_1970 = 25569;
    if (!number || !(*number >= first) || !(*number < last + 1)) {
        return {0, {}, 0, {}, false, "is not a date as spreadsheets count days, from 61 (1900-03-01) on"};
    }
    const auto day = static_cast<std::int32_t>(*number);
    const auto second = static_cast<std::int32_t>((*number - day) * 86400 + 0.5);
    moment m{day - day_of_1970};
    if (*number != day) {
        m.second = second < 86400 ? second : 86399;
    }
    return m;
}

}  // namespace

moment parse_formatted_moment(std::string_view cell, std::string_view format) {
    if (format == spreadsheet_days) {
        return parse_serial(cell);
    }
    const auto wrong = [](const char* problem) { return moment{0, {}, 0, {}, false, problem}; };
    parts date;
    std::string_view text = cell;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '%' && i + 1 < format.size() && format[i + 1] != '%') {
            const char letter = format[++i];
            date.is_timed |= std::string_view("HIMSf").find(letter) != std::string_view::npos;
            if (!take(letter, text, date)) {
                return wrong(letter == 'Y' ? "has no year of four digits where the format has one (%y reads two)"
                                           : "is not a date of the format given");
            }
            continue;
        }
        i += format[i] == '%' ? 1 : 0;
        if (text.empty() || text[0] != format[i]) {
            return wrong("is not a date of the format given");
        }
        text.remove_prefix(1);
    }
    moment m;
    if (!read_rest(text, date, m)) {
        return wrong("has more than a date of the format given");
    }
    if (!calendar::exists(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day))) {
        return wrong("is a day that does not exist");
    }
    m.day = calendar::day_number(date.year, static_cast<unsigned>(date.month), static_cast<unsigned>(date.day));
    return m;
}

found_day parse_formatted_day(std::string_view cell, std::string_view format) {
    const moment m = parse_formatted_moment(cell, format);
    return {m.day, m.problem};
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
    if (format == spreadsheet_days) {
        return {};
    }
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
