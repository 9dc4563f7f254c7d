#pragma once

#include <cstddef>

#include "results/report.hpp"

namespace cxm {

/// One result of a report.
struct reported {
    const report* in;
    std::size_t row;
    std::size_t metric;

    const result& value() const { return in->of_row(row)[metric]; }
};

/// How much a metric changed, with the interval of the change where the two results allow one; both must be ok.
///
/// `relative`: as a part of the earlier value, undefined where that is not above 0. `n` is the smaller of the two.
estimate change_between(const reported& before, const reported& after, bool relative);

/// The same from a fixed value such as a target, which has no uncertainty of its own.
estimate change_from(double before, const estimate& after, bool relative);

}  // namespace cxm
