#pragma once

#include <string>

#include <cxm/metric.hpp>

#include "records/records.hpp"

namespace cxm {

/// `12 purchases a year for 3 years`: what a lifetime value takes for granted of the first record, so that months given
/// for years are seen; empty for metrics that take neither.
std::string assumed_years(const metric& m, const records& rows);

}  // namespace cxm
