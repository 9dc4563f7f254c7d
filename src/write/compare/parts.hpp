#pragma once

#include "write/compare/formats.hpp"
#include "write/lines.hpp"

namespace cxm {

/// Below the table: how p was adjusted, why there is no verdict, what was joined, is not complete or on one side alone.
void append_notes(lines& to, const comparison& of, std::size_t width);

/// Why a metric moved: a line a segment, what rates and mix come to, and what that means.
void append_split(lines& to, const explained_change& e, std::string_view label, const comparison_options& options,
                  const look& drawn);

}  // namespace cxm
