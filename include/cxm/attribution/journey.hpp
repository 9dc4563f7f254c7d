#pragma once

#include <cstdint>
#include <optional>

namespace cxm {

/// Stands for the channel of a row that is a conversion.
inline constexpr std::uint32_t conversion_row = ~std::uint32_t{0};

/// A touch of a person, or a conversion with its value.
struct journey_row {
    std::int64_t time;
    std::uint32_t channel;
    double value = 0;
};

struct path_rules {
    std::int64_t lookback;                           ///< how old a touch may be when a conversion comes
    std::int64_t until;                              ///< last time of the data; later rows do not count
    std::optional<double> half_life = std::nullopt;  ///< of time decay, which is left out without it
};

/// What the rows held that is in no path.
struct unused_rows {
    std::uint64_t conversions_without_touch = 0;  ///< to be shown, never spread over channels
    double value_without_touch = 0;
    std::uint64_t touches_dropped = 0;  ///< older than the lookback when the conversion came
    std::uint64_t open_paths = 0;       ///< may still convert: the lookback of the last touch has not passed
};

}  // namespace cxm
