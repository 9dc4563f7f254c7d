#include "results/series.hpp"

#include <algorithm>

#include "records/labels.hpp"
#include "records/period_kinds.hpp"
#include "results/series_axis.hpp"
#include "results/series_chart.hpp"
#include "results/series_years.hpp"

namespace cxm {

namespace {

trend_place place_of(const dated_place& at, const report& figures, std::size_t metric) {
    trend_place place;
    if (!at.row) {
        place.period = spell(at.when);
        return place;
    }
    const result& r = figures.of_row(*at.row)[metric];
    const bool partial = !figures.rows.is_complete(*at.row);
    place.period = figures.rows.periods[*at.row];
    place.row = *at.row;
    place.is = !r.comes_to.ok() ? place_kind::no_value : partial ? place_kind::partial : place_kind::counted;
    place.value = r.comes_to.ok() ? r.comes_to.value : not_given;
    return place;
}

}  // namespace

std::vector<trend> trends_of(const report& figures, const trend_options& options) {
    std::vector<trend> trends;
    series_charter charter(figures, options);
    for (std::size_t first = 0, end = 0; first < figures.rows.size(); first = end) {
        for (end = first + 1; end < figures.rows.size() && same_labels(figures.rows, first, figures.rows, end); ++end) {
        }
        const std::vector<dated_place> axis = axis_of(figures.rows, first, end);
        for (std::size_t i = 0; i < figures.metrics.size(); ++i) {
            trend t{figures.metrics[i], first, {}, chart_kind::xmr, {}, false, {}};
            for (const dated_place& at : axis) {
                t.places.push_back(place_of(at, figures, i));
            }
            if (are_comparable(axis)) {
                add_years_before(axis, t.places);
            }
            charter.chart(axis, i, t);
            if (options.against_last_year) {
                hold_against_last_year(figures, axis, i, t);
            }
            trends.push_back(std::move(t));
        }
    }
    charter.require_used();
    if (options.against_last_year) {
        require_years(trends);
    }
    return trends;
}

bool is_in_order_of_input(const report& figures) {
    const auto& periods = figures.rows.periods;
    return figures.rows.in_order && std::any_of(periods.begin(), periods.end(),
                                                [](std::string_view period) { return kind_of(period) == grain::free; });
}

trend_verdict verdict_at(const trend& t, std::size_t place) {
    if (phase_at(t.chart, place).periods < control_chart::least_periods || t.places[place].is != place_kind::counted) {
        return trend_verdict::too_few;
    }
    const auto& signals = t.chart.points[place].signals;
    if (signals.empty()) {
        return trend_verdict::no_change;
    }
    const bool better = signals.front().upward == (t.of->better == good::higher);
    return better ? trend_verdict::improvement : trend_verdict::concern;
}

std::optional<std::size_t> last_counted(const trend& t) {
    for (std::size_t i = t.places.size(); i > 0; --i) {
        if (t.places[i - 1].is == place_kind::counted) {
            return i - 1;
        }
    }
    return std::nullopt;
}

}  // namespace cxm
