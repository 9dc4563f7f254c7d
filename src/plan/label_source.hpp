#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "values/fixed.hpp"

namespace cxm {

/// What a label is made of: the texts of a column, or what its dates and numbers come to.
struct label_source {
    enum class kind : std::uint8_t {
        text,
        weekday,  ///< `weekday(at)`: Mon to Sun
        hour,     ///< `hour(at)`: 00 to 23, as it is written, or in the time zone asked for
        band,     ///< `band(tenure, 12)`: bands of that width; `band(tenure, 3, 12, 24)`: between those edges
    };
    kind is = kind::text;
    std::string column;
    std::vector<int128> edges;  ///< in units of 10^-18, rising; a single one is a width
};

/// Reads a column of `--by`; throws bad_usage for a function that makes no sense.
label_source parse_label_source(std::string_view text);

/// The label of the band that a number lies in: `12 to <24`, `<3`, `24+`.
std::string band_of(const label_source& source, int128 value);

/// Where a label stands among those of its source: days of the week and bands in their own order, others equal.
double place_among(const label_source& source, std::string_view label);

/// The days of the week from Monday on, each with 16 readable bytes.
std::string_view weekday_name(std::int32_t day_number);

}  // namespace cxm
