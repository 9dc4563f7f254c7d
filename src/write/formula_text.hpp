#pragma once

#include <string>

#include <cxm/metric.hpp>

namespace cxm {

/// A formula as people read it: over measures, or over the terms that the metric is the sum of.
std::string formula_text(const metric& m);

}  // namespace cxm
