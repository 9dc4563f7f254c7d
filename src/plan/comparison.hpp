#pragma once

#include <string>

#include "plan/condition.hpp"
#include "plan/lexer.hpp"

namespace cxm {

/// Reads one comparison of a column with values and adds its steps: `score >= 9`, `plan not in ('free')`, `end is
/// blank`. Throws syntax_error.
void read_comparison(lexer& words, condition& into);

/// Reads the name of a column. Throws syntax_error.
std::string read_column(lexer& words, const std::string& expected);

}  // namespace cxm
