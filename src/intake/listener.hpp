#pragma once

#include <cstdint>
#include <functional>

#include "text/warnings.hpp"

namespace cxm {

/// Who is told what while input is read.
struct listener {
    warning_sink warn;
    warning_sink note = {};  ///< what was decided in no doubt
    /// Called now and then of raw rows, from any thread but one at a time; the total is 0 where it is not known.
    std::function<void(std::uint64_t done, std::uint64_t total)> progress = {};
    std::function<void()> progress_ends = {};
};

}  // namespace cxm
