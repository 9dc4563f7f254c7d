#pragma once

#include <string>
#include <vector>

#include "write/cohorts/formats.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// Cohorts as a heat grid and the course of all together, a page of HTML.
std::string cohort_page(const shown_cohorts& shown, const receipt& from);

}  // namespace cxm
