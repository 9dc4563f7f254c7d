#pragma once

#include <string>

#include "plan/condition.hpp"
#include "plan/lexer.hpp"

namespace cxm {

/// Reads one comparison and adds its steps: `score >= 9`, `plan not in ('free')`, `price * quantity < paid`, `end is
/// blank`. Throws syntax_error.
void read_comparison(lexer& words, condition& into);

/// Whether the parenthesis that comes next opens arithmetic that is compared, rather than conditions.
bool opens_arithmetic(lexer words);

}  // namespace cxm
