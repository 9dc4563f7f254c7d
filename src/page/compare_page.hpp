#pragma once

#include <string>
#include <vector>

#include "results/comparison.hpp"
#include "write/compare/formats.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// A comparison as a page shows it.
struct shown_comparison {
    const comparison& of;
    const explanation& why;
    const comparison_options& options;
    const receipt& from;
};

std::string compare_page(const shown_comparison& shown);

/// Why a change came about, as bars that lead from the value before to the one after, with their table.
std::string waterfall_section(const shown_comparison& shown, const notation& in);

}  // namespace cxm
