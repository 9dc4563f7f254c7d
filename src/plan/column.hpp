#pragma once

#include <string>

#include "plan/condition.hpp"
#include "plan/lexer.hpp"

namespace cxm {

/// Reads the name of a column. Throws syntax_error.
std::string read_column(lexer& words, const std::string& expected);

/// Reads a column, maybe within functions of texts: `lower(trim(plan))`. Throws syntax_error.
column_text read_text_column(lexer& words, const std::string& expected);

}  // namespace cxm
