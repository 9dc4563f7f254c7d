#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "histories/question.hpp"
#include "values/dates.hpp"
#include "values/moment.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

/// Reads the times of rows, and notes by which clocks they were written.
class moment_reader {
public:
    explicit moment_reader(const people_question& asked);

    /// Microseconds since 1970-01-01; throws bad_date.
    std::int64_t read(std::string_view cell);

    /// Microseconds that the clock of the last one read is ahead of UTC; 0 where it says no zone.
    std::int64_t ahead() const { return ahead_; }

    /// The day of a cell as a tally reads it, from 1970-01-01 on; throws bad_date.
    std::int32_t read_day(std::string_view cell);

    bool saw_zones() const { return saw_zones_; }
    bool saw_none() const { return saw_none_; }

private:
    std::string format_;
    clock_of_rows clock_;
    zone_wanted zone_;
    std::optional<date_reader> days_;  ///< where times are days
    std::int64_t ahead_ = 0;
    bool saw_zones_ = false;
    bool saw_none_ = false;
};

}  // namespace cxm
