#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>
#include <cxm/measure.hpp>
#include <cxm/trend/signals.hpp>

namespace cxm {

/// One period's value; n is what was counted, which charts of shares and rates need and an XmR chart does not read.
struct trend_point {
    double value;
    double n = not_given;
};

/// A gap in the periods is a gap here: an empty place, which breaks runs and moving ranges.
using trend_series = std::span<const std::optional<trend_point>>;

/// Places of a series from `first` to before `end`.
struct place_span {
    std::size_t first;
    std::size_t end;

    constexpr bool operator==(const place_span&) const = default;
};

/// Where a chart's limits come from and where they begin anew; the default: from all places, and nowhere.
struct chart_options {
    std::optional<place_span> baseline = {};  ///< the places that alone make the limits of the phase that they lie in
    std::vector<std::size_t> rebased =
        {};  ///< rising places from which on there is a new phase, with limits of its own
};

/// One place of the series; limits and signals are absent at a gap and where there are too few periods.
struct charted_point {
    std::optional<bounds> limits;
    std::vector<chart_signal> signals;  ///< the most telling first
};

/// A stretch of a chart with a centre and limits of its own.
struct chart_phase {
    place_span places;
    place_span basis;                 ///< the places that centre and limits come from
    std::size_t periods = 0;          ///< places of the basis that are no gaps
    double centre = not_given;        ///< the mean of the basis, pooled where something was counted
    bool by_laney = false;            ///< limits of counts, widened by sigma_z
    double sigma_z = 1;               ///< how much more the values vary than their counts say; never less than 1
    double dispersion = not_given;    ///< of counts: chi-square over its degrees of freedom, about 1 by chance alone
    double dispersion_p = not_given;  ///< how probable at least so much is by chance
};

/// A series with its limits and what stands out of it.
struct control_chart {
    static constexpr std::size_t least_periods = 6;     ///< no limits below
    static constexpr std::size_t settled_periods = 12;  ///< trial limits below

    double centre = not_given;          ///< of the last phase; not_given without any period
    std::vector<charted_point> points;  ///< one for each place of the series
    std::size_t periods = 0;            ///< places that are no gaps
    bool trial = false;                 ///< limits of the last phase that later periods may still move: 6 to 11 periods
    trend_verdict verdict = trend_verdict::too_few;
    std::optional<chart_signal> why;  ///< the signal behind an improvement or a concern
    std::vector<chart_phase> phases;  ///< one, unless limits begin anew
};

/// The phase that a place lies in.
inline const chart_phase& phase_at(const control_chart& chart, std::size_t place) {
    std::size_t at = chart.phases.size() - 1;
    while (at > 0 && chart.phases[at].places.first > place) {
        --at;
    }
    return chart.phases[at];
}

/// The places of the first `count` periods that are no gaps, from a place on; all that there are if they are fewer.
inline place_span first_periods(trend_series points, std::size_t count, std::size_t from = 0) {
    std::size_t end = from;
    for (std::size_t seen = 0; end < points.size() && seen < count; ++end) {
        seen += points[end] ? 1 : 0;
    }
    return {from, end};
}

}  // namespace cxm
