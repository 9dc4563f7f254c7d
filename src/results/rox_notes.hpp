#pragma once

#include <span>
#include <string>

#include <cxm/metric.hpp>

namespace cxm {

/// What else to know of a return on experience, a term or a sum of terms, from its inputs as they were given and as
/// they were taken: that staying is not known yet, that talk is gross. Empty for other metrics.
std::string rox_notes(const metric& m, std::span<const double> given, std::span<const double> taken);

/// A text about inputs as they were taken, in the names of those that were given.
std::string in_names_given(const metric& m, std::span<const double> given, std::string text);

}  // namespace cxm
