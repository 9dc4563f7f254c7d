#pragma once

#include <string>

#include <cxm/rollup.hpp>

#include "records/records.hpp"

namespace cxm {

/// What a pooled measure lacks, in words: `tickets is missing in some of the pooled records`; empty where nothing.
std::string in_words(gap why, const measure& m);

/// The value of a pooled measure; throws bad_input where it is larger than a count, or a double, can be.
///
/// The row is of the pooled records, for the message.
double value_of(const pooled& sum, const measure& m, const records& pooled_records, std::size_t row);

}  // namespace cxm
