#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "records/records.hpp"
#include "rows/read_rows.hpp"

namespace cxm {

struct tally_options : row_options {
    std::optional<period> from;  ///< periods before it are left out
    std::optional<period> to;    ///< and those after it
};

struct tally_result : read_findings {
    records counted;                     ///< sorted by period, then labels
    std::vector<std::string> repeating;  ///< measures of different ones, some of which are in several records
    std::string why_empty;               ///< where no record came of the rows
    std::uint64_t rows = 0;              ///< looked at
};

/// Counts the rows of files ("-": standard input) as the plan says; throws bad_usage and bad_input.
///
/// The result is the same for any number of threads, size of chunks, and order of files and rows.
tally_result tally(const plan& how, const catalogue& known, const std::vector<std::string>& files,
                   const tally_options& options);

}  // namespace cxm
