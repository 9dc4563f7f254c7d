#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "plan/condition.hpp"

namespace cxm {

/// A cell as functions of texts leave it; `room` holds it where it is none of the cell's own beginning. See row_batch
/// for the bytes behind it.
std::string_view text_through(const std::vector<text_function>& functions, std::string_view cell, std::string& room);

/// Whether a text is like a pattern of SQL: `%` is any text, `_` any character.
bool is_like(std::string_view text, std::string_view pattern);

}  // namespace cxm
