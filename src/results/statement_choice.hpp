#pragma once

#include <vector>

#include "results/statements.hpp"

namespace cxm {

/// The figures of one metric, a group each.
using figures_of_metric = std::vector<statement>;

/// What is said of so many figures: of each metric where they were asked for, else of the most urgent.
std::vector<statement> chosen(std::vector<figures_of_metric> metrics, bool asked);

}  // namespace cxm
