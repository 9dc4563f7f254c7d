#pragma once

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"

namespace cxm {

/// Gives answers that nobody weighted, among records whose answers are, the weight 1 each, so that they pool with
/// those: the sum of their squared weights is their number.
void add_usual_weights(records& rows, const catalogue& known);

}  // namespace cxm
