#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Rows of one group of labels, oldest first, among records that are ordered by labels and period.
struct row_range {
    std::size_t first;
    std::size_t end;
};

std::vector<row_range> groups_of(const records& all);

/// Whether two records have the same labels; both sides have the same columns of labels.
bool same_labels(const records& a, std::size_t row_a, const records& b, std::size_t row_b);

/// The labels of a record by name.
std::vector<std::pair<std::string, std::string>> labels_of(const records& all, std::size_t row);

bool is_complete(const records& all, std::size_t row);

/// The last row that is complete.
std::optional<std::size_t> last_complete(const records& all, row_range rows);

/// The row of a period, in any of its spellings.
std::optional<std::size_t> find_period(const records& all, row_range rows, std::string_view name);

}  // namespace cxm
