#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

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
        const seen& here = seen_[place_of(cell)];
        first = here.first;
        return here.is(cell) && (cell.size() == 10 || (cell.size() == 19 && (cell[10] == 'T' || cell[10] == ' ') &&
                                                       is_plain_time(cell.data() + 11)));
    }

    /// The first day of the cell's period, and the day itself; throws the finding as a text.
    std::int32_t period_of(std::string_view cell, std::int32_t& day);

private:
    struct seen {
        std::uint64_t month;  ///< `2024-03-` as bytes
        std::uint16_t date;   ///< `15` as bytes
        std::uint16_t day;    ///< from the first
        std::int32_t first;

        bool is(std::string_view cell) const { return month == month_of(cell) && date == date_of(cell); }
    };
    struct freed {
        void operator()(seen* all) const { std::free(all); }
    };

    static std::uint64_t month_of(std::string_view cell) {
        std::uint64_t month = 0;
        std::memcpy(&month, cell.data(), sizeof month);
        return month;
    }
    static std::uint16_t date_of(std::string_view cell) {
        std::uint16_t date = 0;
        std::memcpy(&date, cell.data() + 8, sizeof date);
        return date;
    }

    /// Each day of eight years has a place of its own: the bits that tell them apart, brought together.
    static std::size_t place_of(std::string_view cell) {
        constexpr std::uint64_t year_and_month = 0x000f010007000000;
        constexpr std::uint64_t to_the_top = std::uint64_t{1} << 12 | std::uint64_t{1} << 19 | std::uint64_t{1} << 32;
        const std::uint64_t months = (month_of(cell) & year_and_month) * to_the_top >> 56;
        const unsigned date = date_of(cell);
        return months << 6 | (date & 3) << 4 | (date >> 8 & 15);
    }
    static constexpr std::size_t places = std::size_t{1} << 14;

    std::int32_t period_of_new(std::string_view cell, std::int32_t& day) const;

    grain grain_;
    std::string format_;
    std::size_t shortest_known_;           ///< the size from which a cell may begin with a date that was met
    std::unique_ptr<seen[], freed> seen_;  ///< memory that costs nothing where no date falls
};

}  // namespace cxm
