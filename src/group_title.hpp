#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "records.hpp"

namespace cxm {

/// `segment: pro, country: (none)`, safe to show: which group a record is of.
///
/// "total" where the labels were pooled, or no record has any; empty where there are no columns of labels.
std::string group_title(const records& all, std::size_t row, std::string_view sign = ": ");

}  // namespace cxm
