#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "write/table/block.hpp"

namespace cxm {

/// What stands below a table of several blocks: below each what holds there alone, and at the end what holds wherever a
/// metric has a number.
struct table_footnotes {
    std::vector<std::vector<std::string>> of_blocks;  ///< as many as there are blocks
    std::vector<std::string> of_all;
};

/// Why cells among the last `periods` have no number, and how numbers of the last period came about: a sentence each.
table_footnotes footnotes(const std::vector<table_block>& blocks, std::size_t periods, bool keep_missing,
                          const notation& in);

}  // namespace cxm
