#pragma once

#include <string>
#include <vector>

#include "results/report.hpp"
#include "write/csv/cell.hpp"

namespace cxm {

// Headers and rows are apart so that a long report can be written in parts. A part may lack a label: its cells are
// empty. Values are written as they are, quoted where RFC 4180 asks for it.

/// Which columns and rows a report has, decided before its first part.
struct csv_form {
    std::vector<std::string> labels = {};
    bool keep_missing = false;  ///< a row also for what lacks a measure
    bool targets = false;       ///< columns behind the others for what the values are held against
    bool benchmarks = false;
    csv_texts texts = csv_texts::plain;
};

/// The columns of a part in the order that is asked for; null where it has none.
std::vector<const records::label_column*> label_columns(const records& part, const csv_form& form);

/// Tidy: `period,<labels>,metric,value,unit,low,high,n,status,reason`, then, where asked for,
/// `target,target_gap,target_standing,target_source,target_date,target_poor,target_per,target_span,target_carried_on`
/// and the same of benchmarks.
void append_csv_header(std::string& out, const csv_form& form);

/// A row a result.
void append_csv(std::string& out, const report& part, const csv_form& form);

/// Wide: `period,<labels>,<metrics>`.
void append_wide_csv_header(std::string& out, const csv_form& form, const std::vector<const metric*>& metrics);

/// A row a record with the values of its metrics; empty where there is no number.
void append_wide_csv(std::string& out, const records& rows, const value_columns& values, const csv_form& form);

}  // namespace cxm
