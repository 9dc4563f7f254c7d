#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cxm {

/// The periods that limits come from: the first so many that have a value, or those within a stretch of the calendar.
struct trend_baseline {
    std::string text;         ///< as it was asked for
    std::size_t periods = 0;  ///< 0: the days decide
    std::int32_t first = 0;   ///< day
    std::int32_t last = 0;
};

/// How series are charted, and what else is asked of them.
struct trend_options {
    std::optional<trend_baseline> baseline = {};
    std::vector<std::string> rebased = {};  ///< periods from which on limits begin anew
    bool against_last_year = false;
};

}  // namespace cxm
