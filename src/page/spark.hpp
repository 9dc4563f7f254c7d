#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A line a word high, its last point marked.
std::string spark(const std::vector<double>& values, std::string_view label, double width, double height);

}  // namespace cxm
