#pragma once

#include <string>
#include <string_view>

#include "run/flags/flag.hpp"

namespace cxm {

/// A page of the manual about a command, in mdoc, which groff and mandoc read.
std::string manual_page(const command_line& line);

/// The page about the program, which leads to the others.
std::string program_manual();

/// The name of the page about a command: `cxm-report`.
std::string manual_name(std::string_view command_name);

}  // namespace cxm
