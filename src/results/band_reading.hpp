#pragma once

#include "results/customer_forecast.hpp"

namespace cxm {

/// Reads the bands: rates from the last time that is seen to its end, and their test on those of the time before.
band_outlook read_bands(const band_question& asked, double level);

}  // namespace cxm
