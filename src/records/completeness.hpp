#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Marks the calendar periods that end after a day, counted from 1970-01-01, as partial.
void mark_partial(records& rows, std::int32_t as_of);

/// What to warn of: the records that are not complete, `2024-03, segment=pro: not complete`.
std::vector<std::string> partial_warnings(const records& rows);

}  // namespace cxm
