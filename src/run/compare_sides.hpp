#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"
#include "run/common.hpp"

namespace cxm {

/// What `cxm compare` is asked for.
struct compare_request {
    std::vector<std::string> files;
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::vector<std::string> metrics;
    std::optional<std::string> by;
    bool total = false;
    bool standardise = false;
    std::optional<std::string> method;
    std::optional<std::string> adjust;
    output_flags output;
    interval_flags intervals;
    input_flags input;
    std::vector<std::string> metric_files;
};

/// The records before and after, as they were read.
struct sides {
    records before;
    records after;
    std::string before_name;
    std::string after_name;
};

/// Reads two files, or the two parts of one that `--from` and `--to` tell apart; warns of periods still under way.
sides read_sides(const compare_request& r, const catalogue& known, const streams& io);

}  // namespace cxm
