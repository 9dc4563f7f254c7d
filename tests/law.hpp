#pragma once

#include <string>

#include "catch.hpp"

/// Fails with a sentence that names the definition and what is wrong with it: its reader may have written it just now.
inline void expect(bool holds, const std::string& broken) {
    if (holds) {
        SUCCEED();
    } else {
        FAIL_CHECK(broken);
    }
}
