#pragma once

#include <string>

#include "results/report.hpp"
#include "write/look.hpp"

namespace cxm {

/// How the last period of every label group stands to the targets and benchmarks, judged with the interval; empty where
/// there are none.
std::string write_gaps(const report& of, const look& drawn);

}  // namespace cxm
