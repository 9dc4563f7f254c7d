#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "records/records.hpp"

namespace cxm {

/// `segment: pro, country: (none)`, safe to show: which group a record is of.
///
/// "total" where the labels were pooled; empty where no record has a label.
std::string group_title(const records& rows, std::size_t row, std::string_view sign = ": ");

/// Whether a record is the pool of all groups: its labels were pooled.
bool is_pool_of_all(const records& rows, std::size_t row);

}  // namespace cxm
