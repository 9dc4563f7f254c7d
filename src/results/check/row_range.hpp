#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "records/labels.hpp"

namespace cxm {

/// Rows of one group of labels, oldest first, among records that are ordered by labels and period.
struct row_range {
    std::size_t first;
    std::size_t end;
};

std::vector<row_range> groups_of(const records& whole);

/// The last row that is complete.
std::optional<std::size_t> last_complete(const records& whole, row_range rows);

/// Whether a period of the calendar ends before another of its kind does.
bool is_before(std::string_view period, std::string_view other);

/// The row of a period, in any of its spellings.
std::optional<std::size_t> find_period(const records& whole, row_range rows, std::string_view name);

}  // namespace cxm
