#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <cxm/compare/sample_ratio.hpp>
#include <cxm/metric.hpp>

#include "results/comparison.hpp"

namespace cxm {

/// How people were meant to be split over the two arms of a test, in parts of any unit; and what is to be counted.
struct expected_split {
    double before = 50;
    double after = 50;
    const measure* counted = nullptr;  ///< null: the largest count of people that shares are parts of
};

/// The measure that says how large the arms of a comparison are: of the counts that both sides have and that a metric
/// known is a share of, people before things and answers, the largest; null where there is none.
const measure* size_of_arms(const comparison& of, const std::vector<const metric*>& known);

/// Whether a measure counts people, who alone are split by lot without being asked for.
inline bool is_of_people(const measure& m) { return m.of == unit::people; }

/// Tests each label group's sides against the split; groups without the count on both sides are left out.
std::vector<arms> check_arms(const comparison& of, const measure& counted, const expected_split& split);

}  // namespace cxm
