#pragma once

#include <string>
#include <vector>

#include "run/flags/flag.hpp"

namespace cxm {

/// How a command is to be written: `; as in: cxm churn --customers-lost 100 …`, or where its help is.
std::string how_to_write(const command_line& line);

/// Refuses words that are neither flags of the line nor its arguments, with what may be meant; `--` is none.
void refuse_unexpected(const command_line& line, std::vector<std::string> words);

}  // namespace cxm
