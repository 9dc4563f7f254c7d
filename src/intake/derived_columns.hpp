#pragma once

#include <cstddef>
#include <vector>

#include "intake/csv_header.hpp"
#include "intake/csv_look.hpp"

namespace cxm {

/// The columns, in their order, that hold percentages or means beside their counts, and that nobody asks for: cells
/// that say `3.4 %`; numbers under a name that does, `Conversions (%)`; means under the name of a measure, `avg
/// revenue`; a metric under its own name, all of whose measures are there. None where no column is a measure.
std::vector<std::size_t> derived_columns(const csv_header& header, const std::vector<column_look>& looks,
                                         const catalogue& known, const input_options& options);

}  // namespace cxm
