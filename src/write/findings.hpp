#pragma once

#include <string>
#include <vector>

#include "look/proposals.hpp"
#include "write/look.hpp"

namespace cxm {

/// What a file holds, for people: its own matters, a line a column, and the commands that fit.
std::string table_findings(const file_facts& facts, const std::vector<proposal>& commands, const look& drawn);

/// The same as JSON.
std::string json_findings(const file_facts& facts, const std::vector<proposal>& commands);

}  // namespace cxm
