#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"
#include "write/groups_shown.hpp"
#include "write/look.hpp"

namespace cxm {

/// The report for people: a block a segment, metrics by theme as rows, the last periods that fit as columns.
/// `keep_missing` keeps the metrics that lack a measure, with what they lack.
std::string write_table(const report& of, const std::vector<catalogue::group>& themes, bool keep_missing,
                        const look& drawn, const groups_shown& shown = {});

}  // namespace cxm
