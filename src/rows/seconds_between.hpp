#pragma once

#include <cstddef>
#include <string_view>

#include "values/exact_decimal.hpp"
#include "values/moment.hpp"

namespace cxm {

/// The cells of two times.
struct two_times {
    std::size_t later;
    std::size_t earlier;
};

/// Seconds from one time to another, below 0 where they stand the other way round; exact to microseconds. Two times
/// without a zone are of one clock, two days without a time are whole days apart. Throws cell_problem.
exact_decimal seconds_between(two_times cells, std::string_view later, std::string_view earlier, const time_form& form);

}  // namespace cxm
