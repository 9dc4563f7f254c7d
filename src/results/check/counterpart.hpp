#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "results/check/evaluate.hpp"
#include "results/check/row_range.hpp"

namespace cxm {

/// The record that a change is measured from, or why there is none.
struct counterpart {
    const report* in = nullptr;
    std::optional<std::size_t> row = {};
    std::string missing = {};
    bool before_all = false;  ///< it would lie before the first record of the group
};

/// The counterpart of a row by what its rule compares with; none at all where that is a target.
counterpart counterpart_of(const rule& r, const evidence& with, row_range group, std::size_t row);

}  // namespace cxm
