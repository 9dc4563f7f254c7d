#pragma once

#include "run/command.hpp"

namespace cxm {

/// Whether the arguments of `cxm explain` name a model that forecasts, as bgnbd.
bool names_model(const arguments& given);

/// `cxm explain MODEL`
int run_explain_model(const arguments& given, const streams& io);

}  // namespace cxm
