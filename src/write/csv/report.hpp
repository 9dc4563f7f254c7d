#pragma once

#include <span>
#include <string>
#include <vector>

#include "results/report.hpp"

namespace cxm {

// Headers and rows are apart so that a long report can be written in parts. A part may lack a label: its cells are
// empty. Values are written as they are, quoted where RFC 4180 asks for it.

/// The columns of a part in the order that is asked for; null where it has none.
std::vector<const records::label_column*> label_columns(const records& part, std::span<const std::string> labels);

/// Tidy: `period,<labels>,metric,value,unit,low,high,n,status,reason`.
void append_csv_header(std::string& out, std::span<const std::string> labels, csv_texts texts);

/// A row a result; `keep_missing` keeps the missing.
void append_csv(std::string& out, const report& part, std::span<const std::string> labels, bool keep_missing, csv_texts texts);

/// Wide: `period,<labels>,<metrics>`.
void append_wide_csv_header(std::string& out, std::span<const std::string> labels,
                            const std::vector<const metric*>& metrics);

/// A row a record with the values of its metrics; empty where there is no number.
void append_wide_csv(std::string& out, const records& rows, const value_columns& values,
                     std::span<const std::string> labels);

}  // namespace cxm
