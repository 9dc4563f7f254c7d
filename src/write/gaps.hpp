#pragma once

#include <string>
#include <string_view>

#include "results/report.hpp"

namespace cxm {

struct gap_options {
    std::size_t width = 80;
    bool colour = false;
    bool ascii = false;
    std::string_view currency = {};
};

/// How the last period of every label group stands to the targets and benchmarks, judged with the interval; empty where
/// there are none.
std::string write_gaps(const report& of, const gap_options& options);

}  // namespace cxm
