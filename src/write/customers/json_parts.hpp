#pragma once

#include "results/customer_forecast.hpp"
#include "write/json/object.hpp"

namespace cxm {

/// Members of the JSON of customers: how each segment fared in the holdout, the demand by parts of its time, and the
/// bands of activity; each needs the thing to be there.
void append_segment_tests(json_object& to, const customer_forecast& of);
void append_demand(json_object& to, const customer_forecast& of);
void append_bands(json_object& to, const customer_forecast& of);

}  // namespace cxm
