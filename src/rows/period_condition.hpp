#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

#include "plan/condition.hpp"

namespace cxm {

/// A condition of records of which the comparisons of `period` with periods are questions of time, not of how these are
/// spelled: a quarter holds its months, and what comes before it ends before it begins.
///
/// Each is a column of its own, behind those of the condition, that says `1` or `0`.
class period_condition {
public:
    explicit period_condition(const condition& c);

    const condition& asked() const { return asked_; }
    std::size_t comparisons() const { return comparisons_.size(); }

    /// What the column of a comparison says of a period; blank of none. A label that is no part of the calendar
    /// compares as text.
    ///
    /// Throws bad_usage where the comparison is with no period, cell_problem where the period lies in part on either
    /// side of it.
    std::string_view answer(std::size_t number, std::string_view period) const;

private:
    struct comparison {
        comparison_operator how;
        std::vector<literal> with;
    };

    condition asked_;
    std::vector<comparison> comparisons_;
};

}  // namespace cxm
