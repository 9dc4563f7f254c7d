#pragma once

#include <optional>

#include <cxm/period.hpp>

#include "records/records.hpp"

namespace cxm {

/// Rolls records up to a coarser grain; each result knows the rows it was made of.
///
/// `to` is month, quarter or year, or nothing for all periods in one. Throws bad_input for a free label and for a
/// period that lies in two of the coarser ones.
records roll_up(records rows, std::optional<grain> to);

}  // namespace cxm
