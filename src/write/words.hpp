#pragma once

#include <string_view>

#include <cxm/outcome.hpp>

namespace cxm {

/// The status as results say it.
constexpr std::string_view name(status s) {
    constexpr std::string_view names[] = {"ok", "undefined", "missing"};
    return names[static_cast<int>(s)];
}

}  // namespace cxm
