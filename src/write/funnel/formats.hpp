#pragma once

#include <string>
#include <vector>

#include "results/funnel_reading.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// A funnel with the names that it is shown by.
struct shown_funnel {
    const funnel_reading& of;
    const std::vector<std::string>& steps;
    const std::string& by;  ///< the label's name; empty where people are not grouped
    const look& drawn;
    csv_texts texts;
    const receipt* from = nullptr;  ///< of a page
};

std::string table_funnel(const shown_funnel& shown);
std::string json_funnel(const shown_funnel& shown);
std::string csv_funnel(const shown_funnel& shown);
std::string markdown_funnel(const shown_funnel& shown);

}  // namespace cxm
