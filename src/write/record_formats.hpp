#pragma once

#include <string>

#include "languages/wording.hpp"
#include "records/records.hpp"
#include "write/csv/cell.hpp"

namespace cxm {

/// Records as they can be read again: a column a label and a measure.
std::string csv_records(const records& rows, csv_texts texts);

/// `{"currency": …, "records": [...]}`, or a record a line.
std::string json_records(const records& rows);
std::string ndjson_records(const records& rows);

/// A table for people, columns as wide as they need to be; below it, which scores would be of few answers.
std::string table_records(const records& rows, const wording& say);

}  // namespace cxm
