#pragma once

#include <string>
#include <string_view>

#include "plan/condition.hpp"
#include "plan/lexer.hpp"

namespace cxm {

/// Reads the name of a column. Throws syntax_error.
std::string read_column(lexer& words, const std::string& expected);

/// Reads a column, maybe within functions of texts: `lower(trim(plan))`. Throws syntax_error.
column_text read_text_column(lexer& words, const std::string& expected);

/// A column as an expression names it: in double quotes unless it is a plain word.
std::string spell_column(std::string_view name);

}  // namespace cxm
