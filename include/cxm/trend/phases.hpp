#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <cxm/metric.hpp>
#include <cxm/trend/control_chart.hpp>

namespace cxm {

namespace detail {

/// The points that a phase takes its centre and limits from.
inline trend_series basis_of(trend_series points, const chart_phase& phase) {
    return points.subspan(phase.basis.first, phase.basis.end - phase.basis.first);
}

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

/// The phases of a series with their centres; throws std::invalid_argument for places that are none of it, that do not
/// rise, and for a baseline that no phase holds whole.
inline std::vector<chart_phase> phases_of(trend_series points, const chart_options& options, bool weighted) {
    std::vector<chart_phase> phases;
    std::size_t first = 0;
    for (std::size_t i = 0; i <= options.rebased.size(); ++i) {
        const bool is_last = i == options.rebased.size();
        const std::size_t end = is_last ? points.size() : options.rebased[i];
        require(end <= points.size() && (end > first || (is_last && i == 0)), "limits begin anew at rising places");
        phases.push_back({{first, end}, {first, end}});
        first = end;
    }
    if (options.baseline) {
        const auto holds = [&](const chart_phase& p) {
            return p.places.first <= options.baseline->first && options.baseline->end <= p.places.end;
        };
        const auto at = std::find_if(phases.begin(), phases.end(), holds);
        require(at != phases.end() && options.baseline->first < options.baseline->end,
                "a baseline is a span of places between two that limits begin anew at");
        at->basis = *options.baseline;
    }
    for (chart_phase& phase : phases) {
        const trend_series basis = basis_of(points, phase);
        phase.periods = static_cast<std::size_t>(
            std::count_if(basis.begin(), basis.end(), [](const auto& p) { return p.has_value(); }));
        phase.centre = centre_of(basis, weighted);
    }
    return phases;
}

/// Limits and signals of one phase from each place's sigma, a third of the way to a limit; legal values clip the
/// limits.
inline void chart_phase_of(trend_series points, const chart_phase& phase, const std::vector<double>& sigmas,
                           bounds legal, std::vector<charted_point>& to) {
    if (phase.periods < control_chart::least_periods) {
        return;
    }
    const std::size_t first = phase.places.first;
    chart_deviations offsets(phase.places.end - first);
    for (std::size_t i = first; i < phase.places.end; ++i) {
        if (points[i]) {
            offsets[i - first] = {points[i]->value, points[i]->value - phase.centre, sigmas[i]};
            if (!is_missing(sigmas[i])) {
                to[i].limits = {std::max(legal.low, phase.centre - 3.0 * sigmas[i]),
                                std::min(legal.high, phase.centre + 3.0 * sigmas[i])};
            }
        }
    }
    const auto signals = signals_of(offsets);
    for (std::size_t i = 0; i < signals.size(); ++i) {
        to[first + i].signals = signals[i];
    }
}

/// A chart of phases and each place's sigma; its verdict is that of the last place that is no gap.
inline control_chart chart_of(trend_series points, std::vector<chart_phase> phases, const std::vector<double>& sigmas,
                              good better, bounds legal) {
    control_chart made;
    made.points.resize(points.size());
    for (const chart_phase& phase : phases) {
        chart_phase_of(points, phase, sigmas, legal, made.points);
    }
    made.centre = phases.back().centre;
    made.phases = std::move(phases);
    std::optional<std::size_t> latest;
    for (std::size_t i = 0; i < points.size(); ++i) {
        made.periods += points[i] ? 1 : 0;
        latest = points[i] ? i : latest;
    }
    const std::size_t settled_by = made.phases.back().periods;
    made.trial = settled_by >= control_chart::least_periods && settled_by < control_chart::settled_periods;
    if (!latest || phase_at(made, *latest).periods < control_chart::least_periods) {
        return made;
    }
    if (!made.points[*latest].signals.empty()) {
        made.why = made.points[*latest].signals.front();
    }
    made.verdict = !made.why                                      ? trend_verdict::no_change
                   : made.why->upward == (better == good::higher) ? trend_verdict::improvement
                                                                  : trend_verdict::concern;
    return made;
}

}  // namespace detail

}  // namespace cxm
