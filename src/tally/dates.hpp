#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

namespace cxm {

/// What a cell is as a date: a day counted from 1970-01-01, or what is wrong with it.
struct found_day {
    std::int32_t day = 0;
    const char* problem = nullptr;
};

/// Reads `2024-03-15`, and timestamps `2024-03-15T12:30:00.5+02:00` of which the date as written counts.
found_day parse_iso_day(std::string_view cell);

/// Reads a date by a format of `%d %m %Y %y %b %B %H %I %M %S %f %p` and other text, as strptime does but that `%Y` is
/// four digits.
found_day parse_formatted_day(std::string_view cell, std::string_view format);

/// What is wrong with a date format, empty where nothing is.
std::string objection_to_format(std::string_view format);

/// The first day of periods without a date.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// Whether the eight bytes are a time such as `12:30:00`, checked all at once; a leap second is left to others.
inline bool is_plain_time(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, 8);
    const std::uint64_t digits = bytes ^ 0x30303a30303a3030u;  // of `00:00:00`
    const std::uint64_t beyond =
        (digits + 0x767a7f767a7f767du) | digits;  // the top bit of what is larger than 29:59:59
    return (beyond & 0x8080808080808080u) == 0 && (digits & 15) * 10 + (digits >> 8 & 15) <= 24;
}

/// Turns date cells into the first days of their periods, remembering the dates it has met.
class date_reader {
public:
    /// An empty format reads ISO 8601.
    date_reader(grain of, std::string format);

    /// Whether the cell is a date that was met, alone or with a plain time; gives the first day of its period then.
    bool knows(std::string_view cell, std::int32_t& first) const {
        if (cell.size() < shortest_known_) {
            return false;
        }
        const place at(cell);
        first = firsts_[at.of_day() >> to_period_];
        return has_met(at) && (cell.size() == 10 || (cell.size() == 19 && (cell[10] == 'T' || cell[10] == ' ') &&
                                                     is_plain_time(cell.data() + 11)));
    }

    /// The first day of the cell's period, and the day itself; throws the finding as a text.
    std::int32_t period_of(std::string_view cell, std::int32_t& day);

private:
    /// Where a date is remembered: each month of ten years has a place of its own, and each day in it. Both are bits
    /// of the text, brought together.
    struct place {
        explicit place(std::string_view cell) {
            std::memcpy(&text, cell.data(), sizeof text);
            constexpr std::uint64_t year_and_month = 0x000f01000f000000;
            constexpr std::uint64_t to_the_top =
                std::uint64_t{1} << 12 | std::uint64_t{1} << 19 | std::uint64_t{1} << 31;
            month = (text & year_and_month) * to_the_top >> 55;
            std::uint16_t digits = 0;
            std::memcpy(&digits, cell.data() + 8, sizeof digits);
            digits ^= 0x3030;
            may_be_day = (digits & ~0x0f03) == 0;
            day = (digits & 3u) << 4 | (digits >> 8 & 15u);
        }

        std::size_t of_day() const { return month << 6 | day; }
        std::int32_t day_of_month() const { return static_cast<std::int32_t>((day >> 4) * 10 + (day & 15)); }

        std::uint64_t text;  ///< `2024-03-` as bytes
        std::size_t month;
        unsigned day;     ///< the bits of the digits
        bool may_be_day;  ///< no other bytes have these bits
    };
    struct month_met {
        std::uint64_t text;
        std::uint64_t days;  ///< a bit for each that was met
        std::int32_t first;  ///< day
    };
    static constexpr std::size_t months = std::size_t{1} << 9;

    bool has_met(const place& at) const {
        const month_met& month = months_[at.month];
        return month.text == at.text && at.may_be_day && (month.days >> at.day & 1) != 0;
    }

    std::int32_t period_of_new(std::string_view cell, std::int32_t& day) const;

    grain grain_;
    std::string format_;
    std::size_t shortest_known_;  ///< the size from which a cell may begin with a date that was met
    int to_period_;               ///< bits of a day's place that do not tell its period
    std::vector<month_met> months_;
    std::vector<std::int32_t> firsts_;  ///< of the periods of days, or of months where these tell it
};

}  // namespace cxm
