#pragma once

#include <cxm/interval.hpp>

#include "write/json/object.hpp"

namespace cxm {

/// An interval's ends, method, and level where nothing above says it.
inline void append_limits(json_object& to, const interval& limits, bool with_level = true) {
    to.number("low", limits.low);
    to.number("high", limits.high);
    if (with_level) {
        to.number("level", limits.level);
    }
    to.text("method", limits.method);
}

}  // namespace cxm
