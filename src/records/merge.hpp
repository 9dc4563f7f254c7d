#pragma once

#include <string>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// What records of shards of one whole add up to.
struct merged_shards {
    records rows;                     ///< as they are tallied: by period, then by labels
    std::vector<std::string> blanks;  ///< `2024-01: revenue is blank in 1 of 2 records`
};

/// Records of several shards that came one after another, as those of a cluster's tasks do: apart, so that in none of
/// them a period and labels stand twice.
std::vector<records> shards_in(records together);

/// Adds up the records of shards that are of the same period and labels.
///
/// Throws bad_input for what does not add up: different ones, unless no customer is in two shards (`by_customer`), and
/// stocks of shards that end at different periods.
merged_shards merge(const std::vector<records>& shards, bool by_customer);

}  // namespace cxm
