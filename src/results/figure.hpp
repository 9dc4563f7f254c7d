#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <cxm/interval/basis.hpp>
#include <cxm/measure.hpp>

namespace cxm {

/// What the numbers of a forecast are: parts of a whole, money, or things and people, of which an expectation may be a
/// fraction.
enum class figure_unit : std::uint8_t { share, money, count };

constexpr std::string_view name(figure_unit unit) {
    constexpr std::string_view names[] = {"share", "money", "count"};
    return names[static_cast<int>(unit)];
}

/// One number of a forecast, or why there is none; the fields that results have everywhere.
struct forecast_figure {
    std::string_view key = {};
    figure_unit unit = figure_unit::count;
    double value = not_given;
    std::optional<interval> limits = {};
    double n = not_given;     ///< customers it rests on
    std::string reason = {};  ///< why there is no value; where there is one, what to know of it

    bool ok() const { return !is_missing(value); }
};

/// Whether a number of things or people is beyond limits, taken to the whole numbers around them; not without limits.
inline bool is_beyond(const forecast_figure& expected, double seen) {
    return expected.limits && (seen < std::floor(expected.limits->low) || seen > std::ceil(expected.limits->high));
}

}  // namespace cxm
