#include <algorithm>
#include <map>

#include "page/axis.hpp"
#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/svg/drawing.hpp"
#include "page/trend_chart.hpp"
#include "page/trend_layers.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

/// From so many periods on a course says more than a row of numbers.
constexpr std::size_t fewest_places = 4;

/// More charts than these are no longer compared at a glance; the tables have the rest.
constexpr std::size_t most_charts = 24;

using trend_places = std::map<std::pair<std::size_t, const metric*>, const trend*>;

trend_places places_of(const std::vector<trend>& trends) {
    trend_places places;
    for (const trend& t : trends) {
        places.emplace(std::pair(t.row, t.of), &t);
    }
    return places;
}

struct small_chart {
    const page_group* group;
    const trend* is;
};

std::vector<small_chart> charts_of(const metric& m, const std::vector<page_group>& groups, const trend_places& whole,
                                   const trend_places& parts) {
    std::vector<small_chart> charts;
    for (const page_group& group : groups) {
        const trend_places& trends = group.is_whole ? whole : parts;
        const auto at = trends.find({group.first_row, &m});
        if (at != trends.end() && at->second->places.size() >= fewest_places && last_counted(*at->second)) {
            charts.push_back({&group, at->second});
        }
    }
    return charts;
}

drawing small_drawing(const trend& t, extent values, double left, const notation& in) {
    constexpr double width = 168;
    constexpr double height = 100;
    const plot_area area{left + 8, 8, width - 4, height - 20};
    const trend_plane plane{area, linear_scale(values, area.bottom, area.top), t.places.size()};
    drawing to(width, height);
    draw_bands(to, t, plane);
    draw_value_axis(to, area, t.of->shown, values, in);
    draw_means(to, t, plane);
    draw_line(to, t, plane);
    draw_points(to, t, plane, 2.2, false);
    const auto name_at = [&](std::size_t place) { return cxm::shown(in.say.period(t.places[place].period)); };
    const std::size_t last = t.places.size() - 1;
    draw_names_below(to, area, {name_at(0), name_at(last)}, {plane.x_of(0), plane.x_of(last)});
    return to;
}

void write_small_chart(markup& to, const small_chart& chart, extent values, double left, const notation& in) {
    const trend& t = *chart.is;
    const trend_verdict is = t.chart.verdict;
    const std::string title = name_of(*chart.group, in.say);
    to.open("figure").open("figcaption").leaf("b", title).text(" ");
    write_number(to, trend_value(t, t.places[*last_counted(t)].value, in), t.places[*last_counted(t)].value);
    if (is == trend_verdict::improvement || is == trend_verdict::concern) {
        const bool better = is == trend_verdict::improvement;
        to.text(" ").leaf("span", (better ? "▲ " : "▼ ") + std::string(in.say(name(is))),
                          {{"class", better ? "better" : "worse"}});
    }
    to.close("figcaption");
    to.own(small_drawing(t, values, left, in).figure(in.say("{}: {}", title, trend_in_words(t, in))));
    to.close("figure").own("\n");
}

void write_metric(markup& to, const metric& m, const std::vector<small_chart>& charts, const notation& in) {
    extent values = extent::none();
    for (const small_chart& chart : charts) {
        take_trend(values, *chart.is);
    }
    values = padded(values);
    const double left = room_for_ticks(m.shown, values, in);
    to.open("article", {{"class", "chart"}}).open("h3");
    write_link(to, title_of(m, in.say), definition_id(m));
    to.close("h3").own("\n").open("div", {{"class", "multiples"}}).own("\n");
    const std::size_t drawn = std::min(charts.size(), most_charts);
    for (std::size_t i = 0; i < drawn; ++i) {
        write_small_chart(to, charts[i], values, left, in);
    }
    to.close("div").own("\n");
    if (const std::size_t more = charts.size() - drawn; more > 0) {
        to.leaf("p", in.say("Groups not drawn here: {}. Their values are in the tables.", more), {{"class", "quiet"}});
    }
    to.close("article").own("\n");
}

}  // namespace

std::string small_multiples(const shown_report& shown, const std::vector<page_group>& groups, const notation& in) {
    if (parts_of(groups).size() < 2) {
        return {};
    }
    const auto has_course = [](const trend& t) { return t.places.size() >= fewest_places; };
    if (shown.of.metrics.size() > most_metrics_over_time) {
        markup note;
        note.leaf("p", in.say("Segments are drawn over time where there are {} metrics at most: --metric picks them.",
                              most_metrics_over_time));
        return std::any_of(shown.trends.begin(), shown.trends.end(), has_course) ? note.written() : std::string();
    }
    const trend_places whole = places_of(shown.trends);
    const trend_places parts = shown.whole == nullptr ? whole : places_of(shown.trends_of_parts);
    constexpr std::string_view intro =
        "One scale for all groups of a metric. ▲ improvement, ▼ concern, ○ a period that is not complete; "
        "the band is what the periods of a group vary by anyway, the line in it their mean.";
    return charts_section(in.say(intro), "single", [&](markup& to) {
        bool any = false;
        for (const metric* m : groups.front().in->metrics) {
            if (const auto charts = charts_of(*m, groups, whole, parts); charts.size() > 1) {
                write_metric(to, *m, charts, in);
                any = true;
            }
        }
        return any;
    });
}

}  // namespace cxm
