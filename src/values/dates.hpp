#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

#include "bytes/kernels.hpp"
#include "values/moment.hpp"

namespace cxm {

/// What a cell is as a date: a day counted from 1970-01-01, or what is wrong with it.
struct found_day {
    std::int32_t day = 0;
    const char* problem = nullptr;
};

inline constexpr char not_iso_day[] = "is not a date such as 2024-03-15 (other forms by --date-format)";

/// Whether a text is `12:30`, `12:30:00`, `12:30:00.123`, `11:59 PM`, with or without a zone after it that is no word.
bool is_time_of_day(std::string_view text);

/// Reads `2024-03-15`, and timestamps `2024-03-15T12:30:00.5+02:00` of which the date as written counts.
found_day parse_iso_day(std::string_view cell);

/// The same; the time goes into `time`.
found_day parse_iso_day(std::string_view cell, moment& time);

/// Reads a date by a format of `%d %m %Y %y %b %B %H %I %M %S %f %p` and other text, as strptime does but that `%Y` is
/// four digits; a format without a time takes one behind the date all the same, one with a time a fraction and a zone.
/// `excel` is one too: days since 1900.
found_day parse_formatted_day(std::string_view cell, std::string_view format);

/// The date format of serial numbers in spreadsheets.
inline constexpr std::string_view spreadsheet_days = "excel";

/// What is wrong with a date format, empty where nothing is.
std::string objection_to_format(std::string_view format);

/// The date format of one that is written by letters, `DD-MM-YYYY`; empty where there is none.
std::string format_of_letters(std::string_view letters);

/// What is wrong with a cell that is to be a date.
struct bad_date {
    std::string finding;
};

/// Days from here on are no dates but stand for an open end, as 9999-12-31 does.
inline constexpr std::int32_t open_end = calendar::day_number(9999, 12, 31);

/// The first day of periods without a date.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// Turns date cells into the periods they fall into, which are numbered; remembers the dates it has met.
class date_reader {
public:
    static constexpr std::uint32_t no_period = 0;  ///< the number of that without a date
    static constexpr std::uint32_t unmet = ~std::uint32_t{0};

    /// An empty format reads ISO 8601.
    date_reader(grain of, std::string format, zone_wanted zone = {});

    /// The periods of at most 64 cells, `unmet` for those that are no dates which were met, or are not written as most
    /// are: alone, or with a plain time. Of a cell, be it blank, at least 16
    /// bytes are readable.
    void find(const std::string_view* cells, std::size_t rows, std::uint32_t* periods);

    /// The period of any cell that is not blank, and the day itself; throws bad_date.
    std::uint32_t period_of(std::string_view cell, std::int32_t& day);

    /// The first days of periods by their number; no_day for that without a date.
    const std::vector<std::int32_t>& firsts() const { return firsts_; }

    /// How far ahead of UTC the zones are that words named, in seconds; nothing where none did.
    std::optional<std::int32_t> zone_named() const { return zone_named_; }

private:
    /// A month of ten years, see plain_dates.
    struct month_met {
        std::uint64_t begin;  ///< `2024-03-` as bytes
        std::uint64_t days;   ///< a bit for each that was met
        std::int32_t first;   ///< day
    };

    struct numbered {
        std::int32_t first = no_day;
        std::uint32_t number = no_period;
    };

    std::int32_t first_of_period(std::string_view cell, std::int32_t& day);
    void require_one_zone(std::string_view cell, const moment& m);
    std::string objection_to(std::string_view cell, const char* problem) const;
    std::uint32_t number_of(std::int32_t first);

    grain grain_;
    std::string format_;
    zone_wanted zone_;
    std::optional<std::int32_t> zone_named_;
    int to_period_;  ///< bits of a day's place that do not tell its period
    plain_dates batch_{};
    std::vector<month_met> months_;
    std::vector<std::uint32_t> periods_;  ///< of days, or of months where these tell it
    std::vector<std::int32_t> firsts_;
    std::map<std::int32_t, std::uint32_t> numbers_;  ///< of the periods, by their first days
    std::array<numbered, 256> recent_;               ///< some of them, for dates that are not remembered
};

}  // namespace cxm
