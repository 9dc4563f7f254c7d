#pragma once

#include <cstddef>
#include <cstdint>

#include "bytes/kernels.hpp"

namespace cxm {

namespace {

/// Whether eight bytes are a time such as `12:30:00`, checked all at once; a leap second is left to others.
inline bool is_plain_time(std::uint64_t bytes) {
    const std::uint64_t digits = bytes ^ 0x30303a30303a3030u;              // of `00:00:00`
    const std::uint64_t beyond = (digits + 0x767a7f767a7f767du) | digits;  // of 29:59:59
    const std::uint64_t hours = (digits & 15) << 4 | (digits >> 8 & 15);
    return ((beyond & 0x8080808080808080u) == 0) & (hours <= 0x24);
}

/// Of a fixed count, so that the compiler makes vectors of it.
inline void place_dates(plain_dates& dates) {
    for (std::size_t i = 0; i < plain_dates::count; ++i) {
        const std::uint64_t between = dates.days[i] >> 16;
        const bool is_between = (between == 'T') | (between == ' ');
        const bool is_day = plain_dates::has_place(dates.days[i]);
        const bool is_time = is_plain_time(dates.times[i]);
        const std::uint64_t place =
            plain_dates::place_of_month(dates.begins[i]) << 6 | plain_dates::place_of_day(dates.days[i]);
        dates.places[i] = (is_day & is_between & is_time) ? place : plain_dates::no_place;
    }
}

}  // namespace

}  // namespace cxm
