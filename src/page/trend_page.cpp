#include "page/trend_page.hpp"

#include <algorithm>

#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/spark.hpp"
#include "page/style.hpp"
#include "page/trend_chart.hpp"
#include "page/trend_layers.hpp"
#include "page/trend_section.hpp"
#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

std::string verdict_with_shape(trend_verdict v, const wording& say) {
    const std::string_view shape = v == trend_verdict::improvement ? "▲ " : v == trend_verdict::concern ? "▼ " : "● ";
    return std::string(shape) + std::string(say(name(v)));
}

/// What asks for a look first: concerns, then improvements, then the rest, each in the order of the metrics.
std::vector<const trend*> by_severity(const std::vector<trend>& trends) {
    std::vector<const trend*> ordered;
    for (const trend& t : trends) {
        ordered.push_back(&t);
    }
    const auto rank = [](const trend* t) {
        const trend_verdict is = t->chart.verdict;
        return is == trend_verdict::concern ? 0 : is == trend_verdict::improvement ? 1 : 2;
    };
    std::stable_sort(ordered.begin(), ordered.end(), [&](const trend* a, const trend* b) { return rank(a) < rank(b); });
    return ordered;
}

html_table table_of_trends(const shown_trends& shown, const notation& in) {
    html_table table;
    const bool grouped = !shown.of.rows.labels.empty();
    table.columns = {words_column(in.say("metric")),  words_column(in.say("period")), numbers_column(in.say("value")),
                     words_column(in.say("verdict")), words_column(in.say("signal")), words_column(in.say("course"))};
    if (grouped) {
        table.columns.insert(table.columns.begin() + 1, words_column(in.say("segment")));
    }
    for (const trend* const each : by_severity(shown.trends)) {
        const trend& t = *each;
        const auto last = last_counted(t);
        std::vector<double> values;
        for (const trend_place& place : t.places) {
            values.push_back(place.value);
        }
        const trend_verdict is = t.chart.verdict;
        markup word;
        word.leaf("span", last ? verdict_with_shape(is, in.say) : std::string(in.say("No period has a value.")),
                  {{"class", is == trend_verdict::improvement ? "better"
                             : is == trend_verdict::concern   ? "worse"
                                                              : "usual"}});
        std::vector<html_cell> row = {{.text = std::string(title_of(*t.of, in.say)), .link = definition_id(*t.of)}};
        if (grouped) {
            row.push_back({group_title(shown.of.rows, t.row)});
        }
        row.push_back({last ? cxm::shown(in.say.period(t.places[*last].period)) : std::string()});
        row.push_back(last ? html_cell{trend_value(t, t.places[*last].value, in), t.places[*last].value} : html_cell{});
        row.push_back({.looks = "k", .drawn = word.written()});
        row.push_back({last && t.chart.why ? in_words(*t.chart.why, in.say) : std::string()});
        html_cell course;
        course.drawn = spark(values, title_of(*t.of, in.say), 110, 22);
        row.push_back(std::move(course));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string overview_of_trends(const shown_trends& shown, const notation& in) {
    markup to;
    write_table(to, table_of_trends(shown, in));
    write_list(to, list_remarks(shown.of, shown.trends, in.say), "quiet");
    return to.written();
}

std::string charts_of_trends(const shown_trends& shown, const notation& in) {
    constexpr std::size_t most_wide = 3;
    const bool wide = shown.trends.size() <= most_wide;
    markup to;
    to.leaf(
          "p",
          in.say(
              "▲ improvement, ▼ concern, ● usual variation, ○ a period that is not complete. The band is what the periods vary by anyway; the line in it is their mean."),
          {{"class", "quiet"}})
        .own("\n");
    to.open("div", {{"class", wide ? "single" : "charts"}}).own("\n");
    for (const trend* const each : by_severity(shown.trends)) {
        const trend& t = *each;
        if (last_counted(t)) {
            const std::string group = group_title(shown.of.rows, t.row);
            write_trend(to, {shown.of, t, {}, wide, group}, in);
        }
    }
    return to.close("div").own("\n").written();
}

std::vector<defined_metric> metrics_of_trends(const shown_trends& shown) {
    std::vector<defined_metric> metrics;
    for (const trend& t : shown.trends) {
        const bool known = std::any_of(metrics.begin(), metrics.end(), [&](const auto& m) { return m.of == t.of; });
        if (const auto last = last_counted(t); last && !known) {
            metrics.push_back({t.of, &shown.of, t.places[*last].row});
        }
    }
    for (const trend& t : shown.trends) {
        if (std::none_of(metrics.begin(), metrics.end(), [&](const auto& m) { return m.of == t.of; })) {
            metrics.push_back({t.of});
        }
    }
    return metrics;
}

}  // namespace

std::string trend_page(const shown_trends& shown) {
    const notation in{shown.of.rows.currency, false, shown.say};
    page_head head;
    head.say = in.say;
    head.title = shown.trends.size() == 1 ? std::string(title_of(*shown.trends.front().of, in.say))
                                          : std::string(in.say("Customer experience over time"));
    if (!shown.trends.empty()) {
        const auto& places = shown.trends.front().places;
        head.facts.push_back(in.say("{} periods, {} to {}.", places.size(),
                                    cxm::shown(in.say.period(places.front().period)),
                                    cxm::shown(in.say.period(places.back().period))));
    }
    return framed(
        head,
        {{"overview", std::string(in.say("Overview")), overview_of_trends(shown, in)},
         {"trends", std::string(in.say("Trends")), charts_of_trends(shown, in)},
         {"quality", std::string(in.say("Data quality")), quality_section(shown.from, {}, in.say)},
         {"method", std::string(in.say("Method and definitions")), definitions_section(metrics_of_trends(shown), in)}},
        shown.from);
}

std::string trend_svg(const report& of, const std::vector<trend>& trends, const wording& say) {
    constexpr double width = 720;
    constexpr double height = 300;
    constexpr double title_height = 34;
    const notation in{of.rows.currency, false, say};
    markup body;
    double y = 12;
    for (const trend& t : trends) {
        const auto last = last_counted(t);
        if (!last) {
            continue;
        }
        drawing title(width, title_height);
        const std::string group = group_title(of.rows, t.row);
        title.text({12, 14}, std::string(title_of(*t.of, in.say)) + (group.empty() ? "" : ", " + group), anchor::start,
                   ink::text, true);
        title.text({12, 29}, say("{}: {}", verdict_with_shape(t.chart.verdict, say), reason(t, *last, say)),
                   anchor::start, ink_of(t.chart.verdict));
        body.open("g", {{"transform", "translate(0 " + coordinate(y) + ")"}}).own(title.body()).close("g").own("\n");
        const drawing chart = trend_chart(t, {width - 24, height - title_height - 16, {}}, in);
        body.open("g", {{"transform", "translate(12 " + coordinate(y + title_height) + ")"}});
        body.own(chart.body()).close("g").own("\n");
        y += height;
    }
    markup out;
    out.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"xml:lang", say.code()},
                     {"viewBox", "0 0 " + coordinate(width) + " " + coordinate(y)},
                     {"width", coordinate(width)},
                     {"height", coordinate(y)},
                     {"role", "img"},
                     {"font-size", coordinate(drawing::text_size)},
                     {"font-family", "system-ui, sans-serif"}});
    out.own("\n").leaf("title", trends.empty() ? std::string() : trend_in_words(trends.front(), in)).own("\n");
    out.open("style").own(drawing_style()).close("style").own("\n");
    drawing paper(width, y);
    paper.box({0, 0}, width, y, ink::surface);
    return out.own(paper.body()).own("\n").own(body.written()).close("svg").own("\n").written();
}

}  // namespace cxm
