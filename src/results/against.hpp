#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/target.hpp>

#include "results/report.hpp"

namespace cxm {

/// How a result stands to a target or benchmark.
struct held_against {
    const target* to;
    estimate judged = {};               ///< the result, or what it comes to over the span of the target
    bool carried = false;               ///< the latter
    std::optional<target_gap> by = {};  ///< absent where the figure is of another span than the target
    band in = band::undecided;          ///< of a target with bands

    /// `meets`, `good` or the like, and `not judged` where the figure is of another span.
    std::string_view standing_name() const { return !by ? "not judged" : to->poor ? name(in) : name(by->is); }

    /// 1 where it is as wanted, -1 where it is not, 0 between them and where nothing is decided.
    int side() const;
};

/// Absent where there is no target for the result's figure among those, or the result has no value.
std::optional<held_against> hold_against(const report& of, std::size_t row, const result& r,
                                         const std::vector<target>& wanted);

/// `a month`; the period itself where it is none of the calendar.
std::string span_in_words(std::string_view period);

/// `month`; nothing where the period is none of the calendar.
std::string_view name_of_span(std::string_view period);

/// `the target is for a year, and 2024-12 is a month`, with what to do; `period` is that of the figure.
std::string why_not_judged(const target& to, std::string_view period);

/// An estimate of churn or retention over so many of its periods, each like the one that it is of.
estimate carried_on(const metric& m, estimate of_one, double periods);

}  // namespace cxm
