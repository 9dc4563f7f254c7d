#pragma once

#include <span>
#include <string>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"
#include "run/flags/output_flags.hpp"

namespace cxm {

/// Writes a report of one record whose first metric is what was asked for; its terms come next, then what stands beside
/// it.
struct metric_writer {
    format form;
    std::string (*write)(const report& about, const output_settings& how, const catalogue& known);
};

std::span<const metric_writer> metric_writers();

/// The bare number; throws bad_input where there is none.
std::string raw_text(const result& r);

}  // namespace cxm
