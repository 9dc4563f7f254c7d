#pragma once

#include <string>
#include <vector>

#include "run/report_request.hpp"
#include "write/csv/report.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// What is written, and how.
struct written_report {
    const report& of;
    const report_request& as;
    const catalogue& known;
    const report* whole = nullptr;  ///< of a page: all groups pooled
    const receipt* from = nullptr;  ///< of a page
};

/// A row of the report's formats.
struct report_writer {
    format form;
    std::string (*write)(const written_report& w);
    bool for_people;  ///< records stand side by side, so they are never written as they come
};

std::span<const report_writer> report_writers();

/// The columns of CSV, decided by the first records.
csv_form csv_form_of(const report_request& r, const records& rows);

/// Refuses labels with the name of another column of the CSV: they would be read as one.
void require_free_names(const csv_form& columns, bool wide, const std::vector<const metric*>& metrics);

}  // namespace cxm
