#pragma once

#include <string_view>

namespace cxm {

/// Whether a text is a period as somebody may write it, also one that lacks a year or is of no calendar known here:
/// `Q1`, `W01`, `H1 2024`, `FY24-Q1`, `31.01.24`.
bool looks_like_period(std::string_view text);

}  // namespace cxm
