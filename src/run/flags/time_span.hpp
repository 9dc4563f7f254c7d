#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cxm {

/// A stretch of time, `26w`, `180d`, `12m` (months of 30.4375 days), `1y`, in weeks; throws bad_usage with the flag.
double weeks_of(std::string_view flag, const std::string& text);

/// The last moment that a flag names, in microseconds since 1970-01-01: of a day its last; throws bad_usage.
std::int64_t last_moment_in(std::string_view flag, const std::string& text);

}  // namespace cxm
