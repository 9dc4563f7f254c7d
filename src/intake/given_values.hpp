#pragma once

#include <span>

#include <cxm/measure.hpp>

#include "records/records.hpp"

namespace cxm {

/// Puts values that were given beside the files into every record; throws bad_input where a record has its own.
void add_given_values(records& rows, std::span<const reading> given);

/// What adds up from record to record can be given to one alone: throws bad_usage where there are several.
void require_fixed(std::span<const reading> given, std::size_t records);

}  // namespace cxm
