#pragma once

#include <cstdint>
#include <string>

#include "results/cohort_reading.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// What a cell of a grid shows.
enum class cell_figure : std::uint8_t {
    retention,  ///< share of the people who were active
    people,     ///< active ones
    orders,     ///< a head of the people for whom the age is over
    revenue     ///< the same
};

/// Cohorts with what they are shown by.
struct shown_cohorts {
    const cohort_reading& of;
    const catalogue& known;
    cell_figure cells;
    std::string_view currency;
    const look& drawn;
    csv_texts texts;
    const receipt* from = nullptr;  ///< of a page
};

std::string table_cohorts(const shown_cohorts& shown);
std::string json_cohorts(const shown_cohorts& shown);
std::string csv_cohorts(const shown_cohorts& shown);       ///< a record a cell
std::string wide_csv_cohorts(const shown_cohorts& shown);  ///< a line a cohort, a column an age
std::string ndjson_cohorts(const shown_cohorts& shown);    ///< a record a cell
std::string markdown_cohorts(const shown_cohorts& shown);

}  // namespace cxm
