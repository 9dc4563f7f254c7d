#pragma once

#include <string>

namespace cxm {

/// The style sheet of a page: one type scale, one grid, light and dark, paper and phone.
std::string page_style();

/// That of a drawing alone: its colours in the dark.
std::string drawing_style();

}  // namespace cxm
