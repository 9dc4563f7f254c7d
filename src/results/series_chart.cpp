#include "results/series_chart.hpp"

#include <algorithm>
#include <limits>

#include <cxm/histogram.hpp>
#include <cxm/inference.hpp>

#include "text/problem.hpp"

namespace cxm {

namespace {

bounds legal_values(const metric& m) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    switch (m.shown) {
        case as::share: return {0, 1};
        case as::points: return {-100, 100};
        case as::rate:
        case as::count:
        case as::seconds: return {0, endless};
        case as::score:
            return m.scale.highest > m.scale.lowest ? bounds{m.scale.lowest, m.scale.highest}
                                                    : bounds{-endless, endless};
        default: return {-endless, endless};
    }
}

/// A share or a rate of what was counted has the limits of its counts; a product of several periods' shares has none.
chart_kind kind_of_chart(const metric& m, const std::vector<const result*>& counted) {
    const inference by = inference_of(m);
    const double most = by == inference::share ? 1 : std::numeric_limits<double>::infinity();
    const bool plain = std::all_of(counted.begin(), counted.end(), [&](const result* r) {
        return (r->note.empty() || counts_answers(m)) && r->n > 0 && r->comes_to.value >= 0 &&
               r->comes_to.value <= most;
    });
    return !plain                   ? chart_kind::xmr
           : by == inference::share ? chart_kind::p
           : by == inference::rate  ? chart_kind::u
                                    : chart_kind::xmr;
}

control_chart drawn_chart(chart_kind kind, const metric& m, trend_series points, const chart_options& how) {
    switch (kind) {
        case chart_kind::p: return share_chart(points, m.better, how);
        case chart_kind::u: return rate_chart(points, m.better, how);
        default: return xmr_chart(points, m.better, legal_values(m), how);
    }
}

}  // namespace

void series_charter::chart(const std::vector<dated_place>& axis, std::size_t metric, trend& t) {
    std::vector<std::optional<trend_point>> points;
    std::vector<const result*> counted;
    for (const trend_place& place : t.places) {
        points.emplace_back();
        if (place.is == place_kind::counted) {
            counted.push_back(&figures_.of_row(place.row)[metric]);
            points.back() = trend_point{place.value, counted.back()->n};
        }
    }
    t.kind = kind_of_chart(*t.of, counted);
    chart_options how{baseline_of(axis, points), rebased_places(axis, t)};
    t.lacks_baseline = options_.baseline && !how.baseline;
    require_one_phase(t, how);
    t.chart = drawn_chart(t.kind, *t.of, points, how);
}

std::vector<std::size_t> series_charter::rebased_places(const std::vector<dated_place>& axis, const trend& t) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < options_.rebased.size(); ++i) {
        const period wanted = parse_period(options_.rebased[i]).value_or(period{});
        for (std::size_t at = 1; at < axis.size(); ++at) {
            const bool here = wanted.of == grain::free
                                  ? t.places[at].period == options_.rebased[i]
                                  : axis[at].when.of != grain::free && axis[at].when.first == wanted.first;
            if (here) {
                rebased_[i] = true;
                places.push_back(at);
            }
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::optional<place_span> series_charter::baseline_of(const std::vector<dated_place>& axis, trend_series points) {
    if (!options_.baseline || axis.empty()) {
        return std::nullopt;
    }
    const trend_baseline& wanted = *options_.baseline;
    if (wanted.periods > 0) {
        based_ = true;
        return first_periods(points, wanted.periods);
    }
    const auto within = [&](const dated_place& at) {
        return at.when.of != grain::free && at.when.first >= wanted.first && at.when.last <= wanted.last;
    };
    const auto first = std::find_if(axis.begin(), axis.end(), within);
    const auto end = std::find_if_not(first, axis.end(), within);
    if (first == end) {
        return std::nullopt;
    }
    based_ = true;
    return place_span{static_cast<std::size_t>(first - axis.begin()), static_cast<std::size_t>(end - axis.begin())};
}

void series_charter::require_one_phase(const trend& t, const chart_options& how) const {
    for (const std::size_t anew : how.rebased) {
        if (how.baseline && how.baseline->first < anew && anew < how.baseline->end) {
            throw bad_usage("--baseline " + shown(options_.baseline->text) + " reaches over " +
                            shown(t.places[anew].period) +
                            ", from where limits begin anew (--rebase); let it end before, or begin there");
        }
    }
}

void series_charter::require_used() const {
    if (options_.baseline && !based_) {
        throw bad_usage("--baseline " + shown(options_.baseline->text) + ": no period of the data lies in it");
    }
    for (std::size_t i = 0; i < rebased_.size(); ++i) {
        if (!rebased_[i]) {
            throw bad_usage("--rebase " + shown(options_.rebased[i]) +
                            ": no period after the first begins there; name the first one after the change");
        }
    }
}

}  // namespace cxm
