#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "run/command.hpp"

namespace cxm {

/// A line on the errors' stream that tells how far a long reading is: bytes, rate, time left. On terminals alone, from
/// the second second on.
class progress_line {
public:
    explicit progress_line(const streams& io);
    ~progress_line() { clear(); }
    progress_line(const progress_line&) = delete;
    progress_line& operator=(const progress_line&) = delete;

    /// Takes bytes done and in all, 0 where that is not known; empty where nobody watches.
    std::function<void(std::uint64_t done, std::uint64_t total)> callback();

    /// Removes the line, so that what follows begins at the margin.
    void clear();

private:
    using clock = std::chrono::steady_clock;

    std::FILE* to_;  ///< null where nobody watches
    clock::time_point begun_ = clock::now();
    clock::time_point last_ = begun_;
    bool shown_ = false;

    void show(std::uint64_t done, std::uint64_t total);
};

}  // namespace cxm
