#pragma once

#include <cstddef>
#include <string_view>

#include "write/lines.hpp"

namespace cxm {

/// A name at the left and what it means beside it, or below it where the name is long or the lines are narrow.
void put_meaning(lines& to, std::string_view name, std::string_view meaning, std::size_t width);

/// A command for a shell, which may go on below behind a backslash; breaks no quotes.
void put_shell_line(lines& to, std::size_t indent, std::string_view shell_line, std::size_t width);

/// Lines, each a command for a shell.
void put_examples(lines& to, std::size_t indent, std::string_view examples, std::size_t width);

}  // namespace cxm
