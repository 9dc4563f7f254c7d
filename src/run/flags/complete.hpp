#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// Whether a shell asks what may follow the words so far: the last argument is `--complete=WORD`, the word being typed.
bool is_completing(const std::vector<std::string>& given);

/// What may stand there, whatever the word begins with: a candidate a line, a tab and its meaning; `:files` for files.
std::string candidates(const command_line& line, const std::vector<std::string>& given);

/// Keys and titles.
choices choices_of(const std::vector<const metric*>& metrics);

}  // namespace cxm
