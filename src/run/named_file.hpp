#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <vector>

#include "run/command.hpp"

namespace cxm {

/// Which file a name leads to, by links and in any spelling; nothing for what is no file yet, and for devices.
std::optional<struct stat> file_at(const std::string& name, const streams& io);

/// Throws bad_usage where two names lead to one file: what it holds would count twice.
void require_each_once(const std::vector<std::string>& files, const streams& io);

}  // namespace cxm
