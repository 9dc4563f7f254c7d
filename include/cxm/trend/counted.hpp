#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <cxm/special/gamma.hpp>
#include <cxm/trend/phases.hpp>

/// Charts of what was counted, whose limits follow from the counts: shares (p) and rates (u), and Laney's (2002) p' and
/// u' of large counts that vary more than counts of independent cases do.
/// All throw std::invalid_argument for values that are no shares or rates, for n that are not above 0, and for options
/// that do not fit the series.
namespace cxm {

namespace detail {

enum class counted_as { shares, rates };

/// Whether limits are widened by Laney's sigma: never, always, or where counts are large and vary too much.
enum class widening { never, always, where_needed };

/// Above so many a period, the counts alone would call every other period special.
inline constexpr double many_a_period = 1000.0;
inline constexpr double too_much_by_chance = 0.01;

/// The standard deviation of n cases' value around the centre, by their number alone.
inline double counted_sigma(counted_as what, double centre, double n) {
    return std::sqrt(std::max(0.0, what == counted_as::shares ? centre * (1.0 - centre) : centre) / n);
}

/// How far the values of a phase's basis are spread against what their counts say, and whether that widens the limits.
inline void judge_spread(trend_series points, counted_as what, widening widened, chart_phase& phase) {
    const trend_series basis = basis_of(points, phase);
    double squares = 0.0;
    double counted = 0.0;
    double moves = 0.0;
    double neighbours = 0.0;
    const auto z_of = [&](const trend_point& p) {
        return (p.value - phase.centre) / counted_sigma(what, phase.centre, p.n);
    };
    for (std::size_t i = 0; i < basis.size(); ++i) {
        if (!basis[i]) {
            continue;
        }
        counted += basis[i]->n;
        squares += z_of(*basis[i]) * z_of(*basis[i]);
        if (i > 0 && basis[i - 1]) {
            moves += std::fabs(z_of(*basis[i]) - z_of(*basis[i - 1]));
            neighbours += 1.0;
        }
    }
    const auto periods = static_cast<double>(phase.periods);
    if (periods < 2.0 || counted_sigma(what, phase.centre, 1.0) == 0.0) {
        return;
    }
    phase.dispersion = squares / (periods - 1.0);
    phase.dispersion_p = gamma_tails(0.5 * squares, 0.5 * (periods - 1.0)).upper;
    const bool needed = counted > many_a_period * periods && phase.dispersion_p < too_much_by_chance;
    phase.by_laney = neighbours > 0.0 && (widened == widening::always || (widened == widening::where_needed && needed));
    if (phase.by_laney) {
        constexpr double mean_range_of_two = 1.128;
        phase.sigma_z = std::max(1.0, moves / neighbours / mean_range_of_two);
    }
}

inline control_chart counted_chart(trend_series points, counted_as what, widening widened, good better,
                                   const chart_options& options) {
    const double most = what == counted_as::shares ? 1.0 : std::numeric_limits<double>::infinity();
    for (const auto& p : points) {
        require(!p || (p->value >= 0.0 && p->value <= most && std::isfinite(p->value)),
                what == counted_as::shares ? "a share lies between 0 and 1" : "a rate is 0 or more");
        require(!p || (p->n > 0.0 && std::isfinite(p->n)),
                what == counted_as::shares ? "a share needs a positive total" : "a rate needs a positive exposure");
    }
    std::vector<chart_phase> phases = phases_of(points, options, true);
    std::vector<double> sigmas(points.size(), not_given);
    for (chart_phase& phase : phases) {
        judge_spread(points, what, widened, phase);
        for (std::size_t i = phase.places.first; i < phase.places.end; ++i) {
            if (points[i]) {
                sigmas[i] = phase.sigma_z * counted_sigma(what, phase.centre, points[i]->n);
            }
        }
    }
    return chart_of(points, std::move(phases), sigmas, better, {0.0, most});
}

}  // namespace detail

/// For shares: 3 sigma around the pooled share, wider where a period counts less; limits within 0..1.
inline control_chart p_chart(trend_series points, good better, const chart_options& options = {}) {
    return detail::counted_chart(points, detail::counted_as::shares, detail::widening::never, better, options);
}

/// Laney's p': a p-chart widened by what neighbouring periods differ beyond their counts; never narrower than it.
inline control_chart laney_p_chart(trend_series points, good better, const chart_options& options = {}) {
    return detail::counted_chart(points, detail::counted_as::shares, detail::widening::always, better, options);
}

/// The p-chart, or p' in phases that count above 1,000 a period and vary more than that explains (chi-square, p < .01).
inline control_chart share_chart(trend_series points, good better, const chart_options& options = {}) {
    return detail::counted_chart(points, detail::counted_as::shares, detail::widening::where_needed, better, options);
}

/// For rates, events over exposure n: 3 sigma around the pooled rate; limits from 0 up.
inline control_chart u_chart(trend_series points, good better, const chart_options& options = {}) {
    return detail::counted_chart(points, detail::counted_as::rates, detail::widening::never, better, options);
}

/// Laney's u', as p' for rates.
inline control_chart laney_u_chart(trend_series points, good better, const chart_options& options = {}) {
    return detail::counted_chart(points, detail::counted_as::rates, detail::widening::always, better, options);
}

/// The u-chart, or u' where `share_chart` would take p'.
inline control_chart rate_chart(trend_series points, good better, const chart_options& options = {}) {
    return detail::counted_chart(points, detail::counted_as::rates, detail::widening::where_needed, better, options);
}

}  // namespace cxm
