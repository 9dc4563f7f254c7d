#include "page/trend_layers.hpp"

#include <optional>
#include <string>
#include <vector>

#include "text/shown.hpp"

namespace cxm {

mark mark_of(trend_verdict v) {
    return v == trend_verdict::improvement ? mark::up : v == trend_verdict::concern ? mark::down : mark::dot;
}

ink ink_of(trend_verdict v) {
    return v == trend_verdict::improvement ? ink::better : v == trend_verdict::concern ? ink::worse : ink::usual;
}

double trend_plane::x_of(std::size_t place) const {
    const double part = places > 1 ? static_cast<double>(place) / static_cast<double>(places - 1) : 0.5;
    return area.left + 5 + part * (area.right - area.left - 10);
}

void take_trend(extent& values, const trend& t) {
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        if (!is_missing(t.places[i].value)) {
            values.take(t.places[i].value);
        }
        if (const auto& limits = t.chart.points[i].limits) {
            values.take(limits->low);
            values.take(limits->high);
        }
    }
}

void draw_bands(drawing& to, const trend& t, const trend_plane& in) {
    for (const chart_phase& phase : t.chart.phases) {
        std::vector<point> around;
        std::vector<point> lower;
        for (std::size_t i = phase.places.first; i < phase.places.end; ++i) {
            if (const auto& limits = t.chart.points[i].limits) {
                around.push_back(in.at(i, limits->high));
                lower.push_back(in.at(i, limits->low));
            }
        }
        if (around.size() > 1) {
            around.insert(around.end(), lower.rbegin(), lower.rend());
            to.area(around, ink::band);
        }
    }
}

void draw_means(drawing& to, const trend& t, const trend_plane& in) {
    for (const chart_phase& phase : t.chart.phases) {
        if (!is_missing(phase.centre)) {
            to.line(in.at(phase.places.first, phase.centre), in.at(phase.places.end - 1, phase.centre),
                    {ink::muted, 0.9});
        }
        if (phase.places.first > 0) {
            const double since = (in.x_of(phase.places.first) + in.x_of(phase.places.first - 1)) / 2;
            to.line({since, in.area.top}, {since, in.area.bottom}, {ink::muted, 0.9, true});
        }
    }
}

void draw_line(drawing& to, const trend& t, const trend_plane& in) {
    std::vector<std::optional<point>> course;
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        const double value = t.places[i].value;
        course.push_back(is_missing(value) ? std::nullopt : std::optional(in.at(i, value)));
    }
    to.course(course, {ink::usual, 1.3});
}

void draw_points(drawing& to, const trend& t, const trend_plane& in, double radius, bool usual) {
    const std::optional<std::size_t> last = last_counted(t);
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        const trend_place& place = t.places[i];
        if (is_missing(place.value)) {
            continue;
        }
        if (place.is == place_kind::partial) {
            to.sign(in.at(i, place.value), mark::hollow, ink::usual, radius);
            continue;
        }
        const bool stands_out = !t.chart.points[i].signals.empty();
        if (stands_out || usual || i == last) {
            const trend_verdict is = stands_out ? verdict_at(t, i) : trend_verdict::no_change;
            to.sign(in.at(i, place.value), mark_of(is), ink_of(is), radius);
        }
    }
}

void draw_periods(drawing& to, const trend& t, const trend_plane& in, const wording& say) {
    std::vector<std::string> names;
    std::vector<double> x;
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        names.push_back(shown(say.period(t.places[i].period)));
        x.push_back(in.x_of(i));
    }
    draw_names_below(to, in.area, names, x);
}

}  // namespace cxm
