#pragma once

#include <cstdint>
#include <string>

#include "languages/wording.hpp"

namespace cxm {

/// A length of time as people say it, in two units at most: `45.3 s`, `4 min 21 s`, `4 h 21 min`,
/// `3 d 4 h`. The decimals are those of seconds below a minute.
std::string people_duration(double seconds, int decimals, const wording& say = {});

/// A length of time in microseconds as flags take it, `30d`, and where another language spells it otherwise, so.
std::string people_length(std::int64_t microseconds, const wording& say = {});

/// A moment in microseconds since 1970: `2024-03-21 06:28:34`, without the time where that is midnight.
std::string people_moment(std::int64_t moment, const wording& say = {});

}  // namespace cxm
