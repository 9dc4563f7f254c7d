#pragma once

#include <string_view>

#include "records/records.hpp"

namespace cxm {

/// Whether a label says that its record is the sum of others: `Total`, `Grand total`, `Gesamt`, `Ensemble`.
bool is_total(std::string_view label);

/// The records without those of totals: that say so in their period or a label, or lack one that others have.
records without_totals(const records& rows);

}  // namespace cxm
