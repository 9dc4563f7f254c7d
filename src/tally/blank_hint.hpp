#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

/// For what stands where there is no answer; that has no digits.
inline std::string blank_hint(std::string_view cell) {
    return cell.find_first_of("0123456789") == std::string_view::npos
               ? fmt::format(" (if that means none: --blank {})", quoted(cell))
               : std::string();
}

}  // namespace cxm
