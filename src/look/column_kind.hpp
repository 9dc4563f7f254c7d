#pragma once

#include <cstddef>

#include "look/column_counts.hpp"
#include "look/file_facts.hpp"

namespace cxm {

/// Says what a column is, by what was counted of it and by its name, which stands in it already.
void tell_kind(const column_counts& counted, std::size_t most_distinct, column_facts& column);

}  // namespace cxm
