#pragma once

#include <cstddef>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// A record and its like in an earlier input.
struct same_record {
    std::size_t input;
    std::size_t row;
    std::size_t first_input;
    std::size_t first_row;
};

/// The records that stand in an earlier input too: of the same period and labels, with the same counts.
///
/// Without period and labels nothing tells what a record is of, so that it is like no other; nor is one of zeros.
std::vector<same_record> same_records(const std::vector<const records*>& inputs);

}  // namespace cxm
