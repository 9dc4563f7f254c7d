#pragma once

#include <optional>
#include <string_view>

#include "values/fixed.hpp"

namespace cxm {

/// A decimal number as it is, without rounding: digits × 10^-places.
struct exact_decimal {
    int128 digits = 0;
    int places = 0;  ///< from 0 up

    bool operator==(const exact_decimal&) const = default;
};

// Nothing where the result has more digits than fit, about 38.
std::optional<exact_decimal> added(exact_decimal a, exact_decimal b);
std::optional<exact_decimal> subtracted(exact_decimal a, exact_decimal b);
std::optional<exact_decimal> multiplied(exact_decimal a, exact_decimal b);

/// What a number has to be multiplied with to divide it; nothing where that is no decimal, as a third.
std::optional<exact_decimal> reciprocal(exact_decimal a);

/// In units of 10^-18; nothing where there are more places, or it is beyond 1.7e20.
std::optional<int128> fixed_of(exact_decimal a);

/// Less than 0, 0, or more, as a is to b.
int compare(exact_decimal a, exact_decimal b);

/// A cell as a reader of numbers takes it, with all its digits; nothing where it is no number, or has more digits than
/// fit.
std::optional<exact_decimal> read_exact(std::string_view cell, number_reader& reader);

}  // namespace cxm
