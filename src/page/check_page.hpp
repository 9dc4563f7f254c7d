#pragma once

#include <string>
#include <vector>

#include "languages/wording.hpp"
#include "results/check/check_result.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// Checks as a page shows them, the worst first.
struct shown_checks {
    const check_result& of;
    const receipt& from;
    wording say = {};
};

std::string check_page(const shown_checks& shown);

}  // namespace cxm
