#pragma once

#include <string>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"
#include "run/compare_request.hpp"

namespace cxm {

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
