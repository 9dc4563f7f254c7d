#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "intake/csv_cells.hpp"
#include "intake/role.hpp"
#include "values/written_number.hpp"

namespace cxm {

/// What the cells of a column look like, in the sample.
struct column_look {
    bool text = false;       ///< one is no number
    bool numbers = false;    ///< one is a number, or an amount of money
    bool percents = false;   ///< a number with a percent sign
    bool words = false;      ///< one is neither that nor a number
    bool dated = true;       ///< each names a period of the calendar, in as many digits as the others
    std::size_t digits = 0;  ///< of the cell looked at last
    number_looks marks = {};

    bool is_blank() const { return !text && !numbers; }
};

/// Looks at the rows up to the first that is malformed, which is refused when it is read.
std::vector<column_look> look_at(csv_cells rows, const std::vector<std::string_view>& columns,
                                 const input_options& options);

}  // namespace cxm
