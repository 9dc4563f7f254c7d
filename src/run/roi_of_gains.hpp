#pragma once

#include "run/command.hpp"

namespace cxm {

/// Whether the arguments of `cxm roi` name gains: `--gain support=12000`.
bool names_gains(const arguments& given);

/// `cxm roi` of several gains with names and, where they have them, limits.
int run_roi_of_gains(const arguments& given, const streams& io);

}  // namespace cxm
