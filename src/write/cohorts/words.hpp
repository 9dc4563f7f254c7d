#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/cohorts/formats.hpp"

namespace cxm {

/// What the grid is about, and what its cells are.
std::vector<std::string> headlines(const shown_cohorts& shown);

/// What to know of it: what is not over, how the averages are made, what is left out.
std::vector<std::string> remarks_on(const shown_cohorts& shown);

/// What a cell shows as a number; not_given for one that is not over.
double cell_value(const shown_cohorts& shown, const cohort_line& line, std::size_t age);

/// The same for people, without a unit; empty for one that is not over.
std::string cell_text(const shown_cohorts& shown, const cohort_line& line, std::size_t age);

/// The greatest value at any age from 1 on, which is the darkest.
double darkest(const shown_cohorts& shown);

}  // namespace cxm
