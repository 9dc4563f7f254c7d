#pragma once

#include <cstddef>
#include <vector>

#include "plan/condition.hpp"
#include "records/records.hpp"

namespace cxm {

/// The records of a block for which a condition holds, in order. Its columns are labels, `period`, and measures; what a
/// record does not have is blank, and what no record of the block has is blank in all.
///
/// Throws bad_input with the place of a record whose cell cannot be compared.
std::vector<std::size_t> rows_that_meet(const condition& c, const records& block);

}  // namespace cxm
