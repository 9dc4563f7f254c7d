#pragma once

#include <optional>
#include <string_view>

#include "values/written_number.hpp"

namespace cxm {

/// A stretch of time in seconds: `1:02:33`, `90 min`, `1h 2m`, `PT1H2M`; nothing where it is none. `02:33` is in doubt:
/// it may be of hours or of minutes.
std::optional<written_number> read_duration(std::string_view cell, char decimal);

/// What is wrong with one in doubt.
std::string doubt_of_duration(std::string_view cell);

}  // namespace cxm
