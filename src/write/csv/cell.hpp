#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Writes one cell as `append_csv_cell` does; there is room for twice the text and two bytes. Returns the end.
char* write_csv_cell(char* to, std::string_view text);

/// The columns of a part in the order that is asked for; null where it has none.
std::vector<const records::label_column*> label_columns(const records& rows, std::span<const std::string> labels);

}  // namespace cxm
