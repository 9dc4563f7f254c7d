#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include <cxm/trend/control_chart.hpp>
#include <cxm/trend/counted.hpp>
#include <cxm/trend/last_year.hpp>
#include <cxm/trend/phases.hpp>

/// Control charts: whether a series moved more than it does anyway (Shewhart; rules of NHS "Making Data Count").
namespace cxm {

namespace detail {

inline constexpr bounds no_bounds{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

/// Sigma of single values, from the mean distance of neighbours; not_given where none differ though the values do.
inline double moving_sigma(trend_series points, double centre) {
    double ranges = 0.0;
    double count = 0.0;
    bool differ = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        differ = differ || (points[i] && points[i]->value != centre);
        if (i > 0 && points[i] && points[i - 1]) {
            ranges += std::fabs(points[i]->value - points[i - 1]->value);
            count += 1.0;
        }
    }
    return count > 0.0 && (ranges > 0.0 || !differ) ? 2.66 / 3.0 * ranges / count : not_given;
}

}  // namespace detail

/// For all else (XmR): the mean and 2.66 times the mean distance of neighbours; `legal` clips the limits.
/// No limits where no two neighbours differ though the values do. Throws std::invalid_argument for infinite values, and
/// for options that do not fit the series.
inline control_chart xmr_chart(trend_series points, good better, bounds legal = detail::no_bounds,
                               const chart_options& options = {}) {
    for (const auto& p : points) {
        detail::require(!p || std::isfinite(p->value), "a charted value must be finite");
    }
    std::vector<chart_phase> phases = detail::phases_of(points, options, false);
    std::vector<double> sigmas(points.size(), not_given);
    for (const chart_phase& phase : phases) {
        const double sigma = detail::moving_sigma(detail::basis_of(points, phase), phase.centre);
        std::fill_n(sigmas.begin() + static_cast<std::ptrdiff_t>(phase.places.first),
                    phase.places.end - phase.places.first, sigma);
    }
    return detail::chart_of(points, std::move(phases), sigmas, better, legal);
}

}  // namespace cxm
