#pragma once

#include <cstddef>
#include <vector>

#include "results/series.hpp"
#include "results/series_axis.hpp"

namespace cxm {

/// Puts beside each place the value of the same period a year before; the axis has calendar periods of one length.
void add_years_before(const std::vector<dated_place>& axis, std::vector<trend_place>& places);

/// Tests each period of a series against the same one of the year before, and those of the last year together.
void hold_against_last_year(const report& figures, const std::vector<dated_place>& axis, std::size_t metric, trend& t);

/// Throws bad_usage where no series has a period with one of the year before.
void require_years(const std::vector<trend>& trends);

}  // namespace cxm
