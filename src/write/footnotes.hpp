#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "write/table/block.hpp"

namespace cxm {

/// Why cells among the last `periods` have no number, and how numbers of the last period were made: a sentence each.
std::vector<std::string> footnotes(const table_block& block, std::size_t periods, bool keep_missing);

}  // namespace cxm
