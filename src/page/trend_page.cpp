#include "page/trend_page.hpp"

#include <algorithm>

#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/style.hpp"
#include "page/trend_chart.hpp"
#include "page/trend_section.hpp"
#include "page/words.hpp"
#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

std::string verdict_with_shape(trend_verdict v) {
    const std::string_view shape = v == trend_verdict::improvement ? "▲ " : v == trend_verdict::concern ? "▼ " : "● ";
    return std::string(shape) + std::string(name(v));
}

html_table table_of_trends(const shown_trends& shown, const notation& in) {
    html_table table;
    table.caption = say(page_word::overview);
    const bool grouped = !shown.of.rows.labels.empty();
    for (const auto& [word, is_number] : {std::pair{page_word::metric, false},
                                          {page_word::segment, false},
                                          {page_word::period, false},
                                          {page_word::value, true},
                                          {page_word::verdict, false},
                                          {page_word::signal, false},
                                          {page_word::course, false}}) {
        if (word != page_word::segment || grouped) {
            table.columns.push_back({std::string(say(word)), is_number});
        }
    }
    for (const trend& t : shown.trends) {
        const auto last = last_counted(t);
        std::vector<double> values;
        for (const trend_place& place : t.places) {
            values.push_back(place.value);
        }
        const trend_verdict is = t.chart.verdict;
        markup word;
        word.leaf("span", last ? verdict_with_shape(is) : std::string(say(page_word::none_yet)),
                  {{"class", is == trend_verdict::improvement ? "better"
                             : is == trend_verdict::concern   ? "worse"
                                                              : "usual"}});
        std::vector<html_cell> row = {{.text = std::string(title_of(*t.of)), .link = t.of->key}};
        if (grouped) {
            row.push_back({group_title(shown.of.rows, t.row)});
        }
        row.push_back({last ? cxm::shown(t.places[*last].period) : std::string()});
        row.push_back(last ? html_cell{trend_value(t, t.places[*last].value, in), t.places[*last].value} : html_cell{});
        row.push_back({.looks = "k", .drawn = word.written()});
        row.push_back({last && t.chart.why ? in_words(*t.chart.why) : std::string()});
        html_cell course;
        course.drawn = spark(values, title_of(*t.of), 110, 22);
        row.push_back(std::move(course));
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string overview_of_trends(const shown_trends& shown, const notation& in) {
    html_table table = table_of_trends(shown, in);
    std::vector<std::string> ids;
    ids.reserve(shown.trends.size());
    for (std::size_t i = 0; i < shown.trends.size(); ++i) {
        ids.push_back(definition_id(*shown.trends[i].of));
        table.rows[i].front().link = ids.back();
    }
    table.caption.clear();
    markup to;
    write_table(to, table);
    write_list(to, list_remarks(shown.of, shown.trends, {}), "quiet");
    return to.written();
}

std::string charts_of_trends(const shown_trends& shown, const notation& in) {
    constexpr std::size_t most_wide = 3;
    const bool wide = shown.trends.size() <= most_wide;
    markup to;
    to.leaf("p", say(page_word::legend_trend), {{"class", "quiet"}}).own("\n");
    to.open("div", {{"class", wide ? "single" : "charts"}}).own("\n");
    for (const trend& t : shown.trends) {
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
    const notation in{shown.of.rows.currency};
    page_head head;
    head.title = shown.trends.size() == 1 ? std::string(title_of(*shown.trends.front().of))
                                          : std::string(say(page_word::title_trend));
    if (!shown.trends.empty()) {
        const auto& places = shown.trends.front().places;
        head.facts.push_back(say(page_word::periods_of, places.size(), cxm::shown(places.front().period),
                                 cxm::shown(places.back().period)));
    }
    return framed(head,
                  {{"overview", std::string(say(page_word::overview)), overview_of_trends(shown, in)},
                   {"trends", std::string(say(page_word::trends)), charts_of_trends(shown, in)},
                   {"quality", std::string(say(page_word::quality)), quality_section(shown.from, {})},
                   {"method", std::string(say(page_word::method)), definitions_section(metrics_of_trends(shown), in)}},
                  shown.from);
}

std::string trend_svg(const report& of, const std::vector<trend>& trends) {
    constexpr double width = 720;
    constexpr double height = 300;
    constexpr double title_height = 34;
    const notation in{of.rows.currency};
    markup body;
    double y = 12;
    for (const trend& t : trends) {
        const auto last = last_counted(t);
        if (!last) {
            continue;
        }
        drawing title(width, title_height);
        const std::string group = group_title(of.rows, t.row);
        title.text({12, 14}, std::string(title_of(*t.of)) + (group.empty() ? "" : ", " + group), anchor::start,
                   ink::text, true);
        title.text({12, 29}, verdict_with_shape(t.chart.verdict) + ": " + reason(t, *last), anchor::start,
                   ink_of(t.chart.verdict));
        body.open("g", {{"transform", "translate(0 " + coordinate(y) + ")"}}).own(title.body()).close("g").own("\n");
        const drawing chart = trend_chart(t, {width - 24, height - title_height - 16, {}}, in);
        body.open("g", {{"transform", "translate(12 " + coordinate(y + title_height) + ")"}});
        body.own(chart.body()).close("g").own("\n");
        y += height;
    }
    markup out;
    out.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
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
