#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "run/flags/flag.hpp"

namespace cxm {

/// Adds `--as-of`; reading the records marks what is still under way at that day.
void add_as_of_flag(std::vector<flag>& to, std::optional<std::string>& into);

/// The day that `--as-of` names, counted from 1970-01-01; throws bad_usage for what is no day.
std::optional<std::int32_t> day_of(const std::optional<std::string>& date);

/// The day by the clock, in the same count and in UTC.
std::int32_t today();

}  // namespace cxm
