#include "values/dates.hpp"

#include <algorithm>

#include "bytes/byte_scan.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"
#include "values/date_readings.hpp"

namespace cxm {

namespace {

/// The two digits of a day as bytes, where a date begins.
std::uint64_t digits_of_day(const char* at) {
    const auto byte = [&](int i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    return byte(8) | byte(9) << 8;
}

}  // namespace

date_reader::date_reader(grain of, std::string format, zone_wanted zone)
    : grain_(of),
      format_(std::move(format)),
      zone_(std::move(zone)),
      to_period_(of == grain::day || of == grain::week ? 0 : 6),
      months_(plain_dates::months + 1),
      periods_((months_.size() << 6) >> to_period_),
      firsts_{no_day} {}

void date_reader::find(const std::string_view* cells, std::size_t rows, std::uint32_t* periods) {
    static const auto place_dates = runnable_kernels().back().place_dates;
    if (!format_.empty()) {
        std::fill_n(periods, rows, unmet);
        return;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string_view cell = cells[row];
        batch_.begins[row] = bytes::load(cell.data());
        if (!zone_.to && (cell.size() == 19 || (cell.size() == 20 && cell[19] == 'Z'))) {
            batch_.days[row] = bytes::load(cell.data() + 8) & 0xffffff;
            batch_.times[row] = bytes::load(cell.data() + 11);
        } else if (cell.size() == 10) {
            batch_.days[row] = digits_of_day(cell.data()) | std::uint64_t{'T'} << 16;
            batch_.times[row] = bytes::load("00:00:00");
        } else {
            batch_.days[row] = 0;
        }
    }
    place_dates(batch_);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint64_t place = batch_.places[row];
        const month_met& month = months_[place >> 6];
        const bool was_met = (month.begin == batch_.begins[row]) & (month.days >> (place & 63) & 1);
        periods[row] = was_met ? periods_[place >> to_period_] : unmet;
    }
}

std::uint32_t date_reader::period_of(std::string_view cell, std::int32_t& day) {
    if (!format_.empty() || cell.size() < 10 || (zone_.to && cell.size() != 10) || cell[4] != '-') {
        return number_of(first_of_period(cell, day));
    }
    const std::uint64_t begin = bytes::load(cell.data());
    const std::uint64_t digits = digits_of_day(cell.data());
    month_met& month = months_[plain_dates::place_of_month(begin)];
    const std::uint64_t day_bit = std::uint64_t{1} << plain_dates::place_of_day(digits);
    const auto day_of_month = static_cast<std::int32_t>((digits & 15) * 10 + (digits >> 8 & 15));
    std::uint32_t& period =
        periods_[(plain_dates::place_of_month(begin) << 6 | plain_dates::place_of_day(digits)) >> to_period_];
    const bool was_met = month.begin == begin && plain_dates::has_place(digits) && (month.days & day_bit) != 0;
    const auto has_plain_time = [&] {
        return !zone_.to && (cell[10] == 'T' || cell[10] == ' ') && is_time_of_day(cell.substr(11));
    };
    if (was_met && (cell.size() == 10 || has_plain_time())) {
        day = month.first + day_of_month - 1;
        return period;
    }
    const std::uint32_t number = number_of(first_of_period(cell, day));
    if (month.begin != begin) {
        month = {begin, 0, day - day_of_month + 1};
    }
    month.days |= day_bit;
    period = number;
    return number;
}

/// What is wrong with a cell that is not the date it should be, and what to do.
std::string date_reader::objection_to(std::string_view cell, const char* problem) const {
    if (!format_.empty()) {
        return problem;
    }
    if (const auto already = parse_period(cell); already && already->of > grain::day) {
        return "is not a date such as 2024-03-15 but a period (--period COLUMN takes periods as they are written)";
    }
    const std::string readings = problem == not_iso_day ? readings_of(cell) : "";
    return readings.empty() ? problem : "is not a date such as 2024-03-15" + readings;
}

/// Days are told as they are written, so that two zones would not tell the same; numbers of hours are left to what
/// wrote them, which may be clocks in summer and in winter.
void date_reader::require_one_zone(std::string_view cell, const moment& m) {
    if (zone_.to || !m.zone_in_words || m.ahead == zone_named_) {
        return;
    }
    if (zone_named_) {
        throw bad_date{quote_of(cell) +
                       " is in another time zone than times before it; --time-zone Europe/Paris says on "
                       "which day each falls"};
    }
    zone_named_ = m.ahead;
}

/// As if it were the first cell.
std::int32_t date_reader::first_of_period(std::string_view cell, std::int32_t& day) {
    const moment written = format_.empty() ? parse_iso_moment(cell) : parse_formatted_moment(cell, format_);
    if (written.problem != nullptr) {
        const auto named = format_.empty() ? calendar_period(cell) : std::nullopt;
        if (named && named->of > grain::day && containing(named->first, grain_) == containing(named->last, grain_)) {
            day = named->first;
            return containing(day, grain_).first;
        }
        throw bad_date{quote_of(cell) + " " + objection_to(cell, written.problem)};
    }
    require_one_zone(cell, written);
    const moment told = in_zone(written, zone_);
    if (told.problem != nullptr) {
        throw bad_date{quote_of(cell) + " " + told.problem};
    }
    day = told.day;
    return containing(day, grain_).first;
}

std::uint32_t date_reader::number_of(std::int32_t first) {
    numbered& recent = recent_[static_cast<std::uint32_t>(first) * 0x9e3779b1u >> 24];
    if (recent.first != first) {
        const auto [at, is_new] = numbers_.try_emplace(first, static_cast<std::uint32_t>(firsts_.size()));
        if (is_new) {
            firsts_.push_back(first);
        }
        recent = {first, at->second};
    }
    return recent.number;
}

}  // namespace cxm
