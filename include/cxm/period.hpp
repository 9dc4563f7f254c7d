#pragma once

#include <charconv>
#include <chrono>
#include <compare>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace cxm {

/// How long a period is; `free` is a label that is no date.
enum class grain : std::uint8_t { free, day, week, month, quarter, year };

/// A stretch of the calendar: days since 1970-01-01, first and last included.
struct period {
    grain of = grain::free;
    std::int32_t first = 0;
    std::int32_t last = 0;

    constexpr auto operator<=>(const period&) const = default;
};

constexpr std::string_view name(grain g) {
    constexpr std::string_view names[] = {"free", "day", "week", "month", "quarter", "year"};
    return names[static_cast<int>(g)];
}

namespace calendar {

constexpr std::int32_t day_number(int year, unsigned month, unsigned day) {
    namespace c = std::chrono;
    return static_cast<std::int32_t>(
        c::sys_days(c::year(year) / c::month(month) / c::day(day)).time_since_epoch().count());
}

constexpr std::chrono::year_month_day date(std::int32_t day) { return std::chrono::sys_days(std::chrono::days(day)); }

constexpr bool exists(int year, unsigned month, unsigned day) {
    namespace c = std::chrono;
    return (c::year(year) / c::month(month) / c::day(day)).ok();
}

/// The Monday on or before a day; 1970-01-01 was a Thursday.
constexpr std::int32_t monday_of(std::int32_t day) {
    const std::int32_t since_monday = ((day + 3) % 7 + 7) % 7;
    return day - since_monday;
}

constexpr int year_of(std::int32_t day) { return static_cast<int>(date(day).year()); }

/// The Monday of ISO week 1: the week with 4 January.
constexpr std::int32_t first_monday(int year) { return monday_of(day_number(year, 1, 4)); }

constexpr period months(int year, unsigned month, unsigned count, grain g) {
    const unsigned end = month + count;
    const std::int32_t next = end > 12 ? day_number(year + 1, end - 12, 1) : day_number(year, end, 1);
    return {g, day_number(year, month, 1), next - 1};
}

}  // namespace calendar

/// The period of a grain that holds a day; for `free` a period without days.
constexpr period containing(std::int32_t day, grain g) {
    const auto date = calendar::date(day);
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    switch (g) {
        case grain::day: return {g, day, day};
        case grain::week: return {g, calendar::monday_of(day), calendar::monday_of(day) + 6};
        case grain::month: return calendar::months(year, month, 1, g);
        case grain::quarter: return calendar::months(year, (month - 1) / 3 * 3 + 1, 3, g);
        case grain::year: return calendar::months(year, 1, 12, g);
        default: return {};
    }
}

/// The period right after or before one; a free label has neither and comes back as it is.
constexpr period next(const period& p) { return p.of == grain::free ? p : containing(p.last + 1, p.of); }
constexpr period previous(const period& p) { return p.of == grain::free ? p : containing(p.first - 1, p.of); }

/// The same period a year before: the same month, quarter or ISO week number; nothing where it does not exist.
constexpr std::optional<period> year_before(const period& p) {
    const auto date = calendar::date(p.first);
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    if (p.of == grain::free) {
        return std::nullopt;
    }
    if (p.of == grain::week) {
        const int iso_year = calendar::year_of(p.first + 3);
        const std::int32_t week = (p.first - calendar::first_monday(iso_year)) / 7;
        const period before = containing(calendar::first_monday(iso_year - 1) + 7 * week, grain::week);
        return calendar::year_of(before.first + 3) == iso_year - 1 ? std::optional(before) : std::nullopt;
    }
    const unsigned day = static_cast<unsigned>(date.day());
    if (!calendar::exists(year - 1, month, day)) {
        return std::nullopt;
    }
    return containing(calendar::day_number(year - 1, month, day), p.of);
}

/// A period as it is written: 2024, 2024-Q1, 2024-03, 2024-W09, 2024-03-15; empty for a free label.
inline std::string spell(const period& p) {
    const auto date = calendar::date(p.first);
    const int year = static_cast<int>(date.year());
    const unsigned month = static_cast<unsigned>(date.month());
    char text[32] = "";
    switch (p.of) {
        case grain::year: std::snprintf(text, sizeof text, "%04d", year); break;
        case grain::quarter: std::snprintf(text, sizeof text, "%04d-Q%u", year, (month + 2) / 3); break;
        case grain::month: std::snprintf(text, sizeof text, "%04d-%02u", year, month); break;
        case grain::week: {
            const int iso_year = calendar::year_of(p.first + 3);
            std::snprintf(text, sizeof text, "%04d-W%02d", iso_year,
                          (p.first - calendar::first_monday(iso_year)) / 7 + 1);
            break;
        }
        case grain::day:
            std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, month, static_cast<unsigned>(date.day()));
            break;
        default: break;
    }
    return text;
}

/// What a text is as a period: a calendar period, a free label, or a date that does not exist (nothing).
constexpr std::optional<period> parse_period(std::string_view text) {
    const auto number = [&](std::size_t from, std::size_t digits) {
        int value = 0;
        for (std::size_t i = from; i < from + digits; ++i) {
            if (i >= text.size() || text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4);
    if (year < 0 || (text.size() > 4 && text[4] != '-')) {
        return period{};
    }
    if (text.size() == 4) {
        return calendar::months(year, 1, 12, grain::year);
    }
    if (text.size() == 7 && (text[5] == 'Q' || text[5] == 'q')) {
        const int quarter = number(6, 1);
        return quarter >= 1 && quarter <= 4
                   ? std::optional(calendar::months(year, static_cast<unsigned>(quarter) * 3 - 2, 3, grain::quarter))
                   : std::nullopt;
    }
    if (text.size() == 8 && (text[5] == 'W' || text[5] == 'w')) {
        const int week = number(6, 2);
        const period found = containing(calendar::first_monday(year) + 7 * (week - 1), grain::week);
        return week >= 1 && calendar::year_of(found.first + 3) == year ? std::optional(found) : std::nullopt;
    }
    const int month = number(5, 2);
    if (month < 0) {
        return period{};
    }
    if (text.size() == 7) {
        return month >= 1 && month <= 12
                   ? std::optional(calendar::months(year, static_cast<unsigned>(month), 1, grain::month))
                   : std::nullopt;
    }
    const int day = number(8, 2);
    if (text.size() != 10 || text[7] != '-' || day < 0) {
        return period{};
    }
    if (!calendar::exists(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) {
        return std::nullopt;
    }
    const std::int32_t number_of_day =
        calendar::day_number(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return period{grain::day, number_of_day, number_of_day};
}

}  // namespace cxm
