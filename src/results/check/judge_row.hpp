#pragma once

#include <cstddef>

#include "results/check/evaluate.hpp"
#include "results/check/row_range.hpp"

namespace cxm {

/// Holds the rule of a finding against a row of a group: by its value, or by how it changed.
void judge_row(finding& f, const evidence& with, row_range group, std::size_t row);

}  // namespace cxm
