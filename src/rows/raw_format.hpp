#pragma once

#include <string_view>

#include "bytes/input_format.hpp"

namespace cxm {

/// The format of raw rows: what the name says, else what the first bytes look like. Never `any`.
input_format format_of_raw(std::string_view file, std::string_view first);

}  // namespace cxm
