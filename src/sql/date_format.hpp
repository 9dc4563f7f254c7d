#pragma once

#include <string>
#include <string_view>

#include "sql/dialect.hpp"

namespace cxm {

/// A cell of a format as ISO 8601 writes it, NULL where a mark of the format is missing; what are no digits is for who
/// reads that. Days and months have two digits. Throws bad_usage for a format of other parts than `%Y %m %d`.
std::string iso_of_format(const sql_dialect& in, const std::string& cell, std::string_view format);

}  // namespace cxm
