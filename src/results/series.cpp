#include "results/series.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cxm/inference.hpp>
#include <cxm/period.hpp>

#include "records/labels.hpp"
#include "records/period_kinds.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// More are a slip of the pen, such as a year 9999.
constexpr std::size_t most_periods = 10'000;

/// A place on the time axis before anything is known of a metric.
struct dated_place {
    period when;
    std::optional<std::size_t> row;
};

/// Whether the rows are ascending calendar periods of one length, between which none can hide.
bool are_comparable(const std::vector<dated_place>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const period& when = places[i].when;
        if (when.of == grain::free || when.of != places[0].when.of ||
            (i > 0 && when.first <= places[i - 1].when.first)) {
            return false;
        }
    }
    return true;
}

/// The time axis of the rows from `first` to before `end`, with the calendar's missing periods between them.
std::vector<dated_place> axis_of(const records& rows, std::size_t first, std::size_t end) {
    std::vector<dated_place> given;
    for (std::size_t row = first; row < end; ++row) {
        given.push_back({parse_period(rows.periods[row]).value_or(period{}), row});
    }
    // A quarter is no point between two months, and a free label none between dates.
    period_kinds kinds;
    kinds.add(rows, first, end);
    const grain usual = kinds.usual().value_or(grain::free);
    std::erase_if(given, [&](const dated_place& p) { return p.when.of != usual; });
    if (!are_comparable(given)) {
        return given;
    }
    std::vector<dated_place> axis;
    for (const dated_place& place_on_axis : given) {
        while (!axis.empty() && next(axis.back().when) != place_on_axis.when) {
            axis.push_back({next(axis.back().when), std::nullopt});
            if (axis.size() > most_periods) {
                throw bad_input(place(rows, *place_on_axis.row),
                                fmt::format("more than {} {} lie between {} and the first of its group; is it a slip?",
                                            most_periods, plural(usual), quoted(rows.periods[*place_on_axis.row])));
            }
        }
        axis.push_back(place_on_axis);
    }
    return axis;
}

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

void add_years_before(const std::vector<dated_place>& axis, std::vector<trend_place>& places) {
    for (std::size_t i = 0; i < axis.size(); ++i) {
        const auto before = year_before(axis[i].when);
        if (!before) {
            continue;
        }
        const auto at = std::lower_bound(axis.begin(), axis.end(), before->first,
                                         [](const dated_place& p, std::int32_t day) { return p.when.first < day; });
        const trend_place& a_year_ago = places[static_cast<std::size_t>(at - axis.begin())];
        if (at->when == *before && a_year_ago.is == place_kind::counted) {
            places[i].year_before = a_year_ago.value;
        }
    }
}

bounds legal_values(const metric& m) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    switch (m.shown) {
        case as::share: return {0, 1};
        case as::points: return {-100, 100};
        case as::rate:
        case as::seconds: return {0, endless};
        case as::score:
            return m.scale.highest > m.scale.lowest ? bounds{m.scale.lowest, m.scale.highest}
                                                    : bounds{-endless, endless};
        default: return {-endless, endless};
    }
}

/// A share of counted things has the limits of its counts; a product of several periods' shares is none.
void chart(const report& figures, std::size_t metric, trend& t) {
    std::vector<std::optional<trend_point>> points;
    t.kind = inference_of(*t.of) == inference::share ? chart_kind::p : chart_kind::xmr;
    for (const trend_place& place : t.places) {
        points.emplace_back();
        if (place.is == place_kind::counted) {
            const result& r = figures.of_row(place.row)[metric];
            points.back() = trend_point{place.value, r.n};
            const bool plain = r.note.empty() && r.n > 0 && place.value >= 0 && place.value <= 1;
            t.kind = plain ? t.kind : chart_kind::xmr;
        }
    }
    t.chart =
        t.kind == chart_kind::p ? p_chart(points, t.of->better) : xmr_chart(points, t.of->better, legal_values(*t.of));
}

}  // namespace

std::vector<trend> trends_of(const report& figures) {
    std::vector<trend> trends;
    for (std::size_t first = 0, end = 0; first < figures.rows.size(); first = end) {
        for (end = first + 1; end < figures.rows.size() && same_labels(figures.rows, first, figures.rows, end); ++end) {
        }
        const std::vector<dated_place> axis = axis_of(figures.rows, first, end);
        for (std::size_t i = 0; i < figures.metrics.size(); ++i) {
            trend t{figures.metrics[i], first, {}, chart_kind::xmr, {}};
            for (const dated_place& at : axis) {
                t.places.push_back(place_of(at, figures, i));
            }
            if (are_comparable(axis)) {
                add_years_before(axis, t.places);
            }
            chart(figures, i, t);
            trends.push_back(std::move(t));
        }
    }
    return trends;
}

bool is_in_order_of_input(const report& figures) {
    const auto& periods = figures.rows.periods;
    return figures.rows.in_order && std::any_of(periods.begin(), periods.end(),
                                                [](std::string_view period) { return kind_of(period) == grain::free; });
}

trend_verdict verdict_at(const trend& t, std::size_t place) {
    if (t.chart.periods < control_chart::least_periods || t.places[place].is != place_kind::counted) {
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
