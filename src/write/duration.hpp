#pragma once

#include <string>

#include "languages/wording.hpp"

namespace cxm {

/// A length of time as people say it, in two units at most: `45.3 s`, `4 min 21 s`, `4 h 21 min`,
/// `3 d 4 h`. The decimals are those of seconds below a minute.
std::string people_duration(double seconds, int decimals, const wording& say = {});

}  // namespace cxm
