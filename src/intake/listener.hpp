#pragma once

#include <cstdint>
#include <functional>

#include "text/warnings.hpp"

namespace cxm {

/// Rows of inputs, or records.
struct rows_counted {
    std::uint64_t read = 0;
    std::uint64_t passed_over = 0;  ///< of these, that do not count: of other periods, of another width, left out
    std::uint64_t refused = 0;      ///< of these, with numbers that cannot be together
};

/// Who is told what while input is read.
struct listener {
    warning_sink warn;
    warning_sink note = {};  ///< what was decided in no doubt
    /// Called now and then of raw rows, from any thread but one at a time; the total is 0 where it is not known.
    std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
    std::function<void()> progress_ends = {};
    std::function<void(const rows_counted&)> counted = {};  ///< once an input has been read
};

}  // namespace cxm
