#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>
#include <cxm/metric.hpp>
#include <cxm/trend/signals.hpp>

/// Control charts: whether a series moved more than it does anyway (Shewhart; rules of NHS "Making Data Count").
namespace cxm {

/// One period's value; n is the denominator, which a p-chart needs and an XmR chart does not read.
struct trend_point {
    double value;
    double n = not_given;
};

/// A gap in the periods is a gap here: an empty place, which breaks runs and moving ranges.
using trend_series = std::span<const std::optional<trend_point>>;

/// One place of the series; limits and signals are absent at a gap and where there are too few periods.
struct charted_point {
    std::optional<bounds> limits;
    std::vector<chart_signal> signals;  ///< the most telling first
};

/// A series with its limits and what stands out of it.
struct control_chart {
    static constexpr std::size_t least_periods = 6;     ///< no limits below
    static constexpr std::size_t settled_periods = 12;  ///< trial limits below

    double centre = not_given;          ///< the mean, pooled in a p-chart; not_given without any period
    std::vector<charted_point> points;  ///< one for each place of the series
    std::size_t periods = 0;            ///< places that are no gaps
    bool trial = false;                 ///< limits that later periods may still move: 6 to 11 periods
    trend_verdict verdict = trend_verdict::too_few;
    std::optional<chart_signal> why;  ///< the signal behind an improvement or a concern
};

namespace detail {

inline constexpr bounds no_bounds{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};

/// The weighted mean as a distance from one of the values: exact where all are equal, so that none lies beside it.
inline double centre_of(trend_series points, bool weighted) {
    std::optional<double> origin;
    double sum = 0.0;
    double weights = 0.0;
    for (const auto& p : points) {
        if (p) {
            origin = origin.value_or(p->value);
            const double weight = weighted ? p->n : 1.0;
            sum += weight * (p->value - *origin);
            weights += weight;
        }
    }
    return origin ? *origin + sum / weights : not_given;
}

inline trend_verdict judge(const std::optional<chart_signal>& latest, good better) {
    if (!latest) {
        return trend_verdict::no_change;
    }
    return latest->upward == (better == good::higher) ? trend_verdict::improvement : trend_verdict::concern;
}

/// A chart from its centre and each place's sigma (one third of the way to a limit); legal values clip the limits.
inline control_chart chart_of(trend_series points, double centre, const std::vector<double>& sigmas, good better,
                              bounds legal) {
    control_chart made;
    made.centre = centre;
    made.points.resize(points.size());
    made.periods =
        static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [](auto& p) { return p.has_value(); }));
    if (made.periods < control_chart::least_periods) {
        return made;
    }
    made.trial = made.periods < control_chart::settled_periods;
    std::vector<std::optional<deviation>> offsets(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i]) {
            offsets[i] = {points[i]->value, points[i]->value - centre, sigmas[i]};
            if (!is_missing(sigmas[i])) {
                made.points[i].limits = {std::max(legal.low, centre - 3.0 * sigmas[i]),
                                         std::min(legal.high, centre + 3.0 * sigmas[i])};
            }
        }
    }
    const auto found = signals_of(offsets);
    std::size_t latest = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        made.points[i].signals = found[i];
        latest = points[i] ? i : latest;
    }
    if (!found[latest].empty()) {
        made.why = found[latest].front();
    }
    made.verdict = judge(made.why, better);
    return made;
}

}  // namespace detail

/// For shares: 3 sigma around the pooled share, wider where a period counts less; limits within 0..1.
/// Throws std::invalid_argument for values outside 0..1 and for n that are not above 0.
inline control_chart p_chart(trend_series points, good better) {
    for (const auto& p : points) {
        detail::require(!p || (p->value >= 0.0 && p->value <= 1.0), "a share lies between 0 and 1");
        detail::require(!p || (p->n > 0.0 && std::isfinite(p->n)), "a share needs a positive total");
    }
    const double centre = detail::centre_of(points, true);
    std::vector<double> sigmas;
    for (const auto& p : points) {
        sigmas.push_back(p ? std::sqrt(std::max(0.0, centre * (1.0 - centre)) / p->n) : not_given);
    }
    return detail::chart_of(points, centre, sigmas, better, {0.0, 1.0});
}

/// For all else (XmR): the mean and 2.66 times the mean distance of neighbours; `legal` clips the limits.
/// No limits where no two neighbours differ though the values do. Throws std::invalid_argument for infinite values.
inline control_chart xmr_chart(trend_series points, good better, bounds legal = detail::no_bounds) {
    double ranges = 0.0;
    double count = 0.0;
    bool differ = false;
    const double centre = detail::centre_of(points, false);
    for (std::size_t i = 0; i < points.size(); ++i) {
        detail::require(!points[i] || std::isfinite(points[i]->value), "a charted value must be finite");
        differ = differ || (points[i] && points[i]->value != centre);
        if (i > 0 && points[i] && points[i - 1]) {
            ranges += std::fabs(points[i]->value - points[i - 1]->value);
            count += 1.0;
        }
    }
    const bool known = count > 0.0 && (ranges > 0.0 || !differ);
    const std::vector<double> sigmas(points.size(), known ? 2.66 / 3.0 * ranges / count : not_given);
    return detail::chart_of(points, centre, sigmas, better, legal);
}

}  // namespace cxm
