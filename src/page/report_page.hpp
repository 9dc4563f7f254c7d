#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "languages/wording.hpp"
#include "results/report.hpp"
#include "results/series.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// With more metrics than these a page has no chart a segment: it would be too long to be looked at.
inline constexpr std::size_t most_metrics_over_time = 12;

/// A report as a page shows it.
struct shown_report {
    const report& of;
    const report* whole = nullptr;   ///< all groups pooled; null where there is one group, or where they cannot be
    std::vector<trend> trends = {};  ///< of the whole, or else of the report
    std::vector<trend> trends_of_parts = {};  ///< of the report, where there is a whole
    std::vector<catalogue::group> themes = {};
    bool keep_missing = false;
    wording say = {};
    std::string as_of = {};  ///< the day that the data are from, where that is said
    const receipt& from;
};

/// A report as one page of HTML.
std::string report_page(const shown_report& shown);

}  // namespace cxm
