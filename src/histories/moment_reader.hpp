#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "histories/question.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

/// Reads the times of rows, and notes by which clocks they were written.
class moment_reader {
public:
    moment_reader(std::string format, clock_of_rows clock) : format_(std::move(format)), clock_(clock) {}

    /// Microseconds since 1970-01-01; throws bad_date.
    std::int64_t read(std::string_view cell);

    bool saw_zones() const { return saw_zones_; }
    bool saw_none() const { return saw_none_; }

private:
    std::string format_;
    clock_of_rows clock_;
    bool saw_zones_ = false;
    bool saw_none_ = false;
};

}  // namespace cxm
