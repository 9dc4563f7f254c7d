#pragma once

#include <string>
#include <vector>

#include "run/flags/flag.hpp"

namespace cxm {

// The program's own question to a command, as completion asks one: what its whole line is.
inline constexpr const char* describe_as_json = "--describe=json";
inline constexpr const char* describe_as_manual = "--describe=manual";

bool is_describing(const std::vector<std::string>& given);

/// The line of a command with all its flags, in the form that is asked for: an object of JSON, or a page of a manual in
/// mdoc.
std::string description(const command_line& line, const std::vector<std::string>& given);

}  // namespace cxm
