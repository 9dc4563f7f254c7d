#pragma once

#include <string>
#include <vector>

#include "languages/wording.hpp"
#include "results/series.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// Trends as a page shows them.
struct shown_trends {
    const report& of;
    const std::vector<trend>& trends;
    const receipt& from;
    wording say = {};
};

std::string trend_page(const shown_trends& shown);

/// The charts alone, one below the other, as one picture in SVG.
std::string trend_svg(const report& of, const std::vector<trend>& trends, const wording& say);

}  // namespace cxm
