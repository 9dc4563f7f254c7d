#pragma once

#include <string>
#include <string_view>

#include "results/credit_reading.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// Credit with what it is shown by.
struct shown_credit {
    const credit_reading& of;
    std::string_view currency;
    const look& drawn;
    csv_texts texts;
    const receipt* from = nullptr;  ///< of a page
};

/// What is said with every division of credit.
inline constexpr std::string_view no_cause =
    "Divides credit, proves no cause: what would have happened without a channel is not in these numbers";

std::string table_credit(const shown_credit& shown);
std::string json_credit(const shown_credit& shown);
std::string csv_credit(const shown_credit& shown);  ///< a line a model and channel
std::string markdown_credit(const shown_credit& shown);

}  // namespace cxm
