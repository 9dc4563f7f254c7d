#pragma once

#include <optional>
#include <vector>

#include <cxm/solve.hpp>

namespace cxm {

/// What was asked backwards, and the answer.
struct solved {
    const metric* of;
    const measure* varied;
    double target;
    double given;  ///< not_given where the varied input was not
    solution answer;
    std::optional<double> beside;           ///< the input one step further, where the target is missed
    std::optional<double> beside_comes_to;  ///< the metric there
};

/// Solves, and proves it by what a step beside the answer comes to.
///
/// An input that is not given is sought where the target begins to be met, or where it ceases to be: the most customers
/// that may be lost, the fewest promoters that do.
solved solve_backwards(const metric& m, std::vector<double> inputs, const measure& varied, double target);

}  // namespace cxm
