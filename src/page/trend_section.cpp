#include "page/trend_section.hpp"

#include <fmt/format.h>

#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/trend_chart.hpp"
#include "page/words.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"
#include "write/trend/years.hpp"

namespace cxm {

namespace {

std::string signal_in_words(const trend& t, std::size_t i) {
    if (t.places[i].is == place_kind::partial) {
        return std::string(say(page_word::unfinished));
    }
    const auto& signals = t.chart.points[i].signals;
    return signals.empty() ? std::string() : std::string(name(verdict_at(t, i))) + ": " + in_words(signals.front());
}

html_table table_of_trend(const shown_trend& shown, const notation& in) {
    const trend& t = shown.is;
    const auto number = [&](double value) {
        return is_missing(value) ? html_cell{} : html_cell{trend_value(t, value, in), value};
    };
    html_table table;
    table.caption = title_of(*t.of);
    table.link = {};
    for (const auto& [word, is_number] : {std::pair{page_word::period, false},
                                          {page_word::value, true},
                                          {page_word::n, true},
                                          {page_word::lower, true},
                                          {page_word::mean, true},
                                          {page_word::upper, true},
                                          {page_word::signal, false}}) {
        table.columns.push_back({std::string(say(word)), is_number});
    }
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        const trend_place& place = t.places[i];
        const auto& limits = t.chart.points[i].limits;
        const double n = n_of(shown.of, t, place);
        table.rows.push_back(
            {{cxm::shown(place.period)},
             is_missing(place.value) ? html_cell{why_no_value(shown.of, t, place)} : number(place.value),
             is_missing(n) ? html_cell{} : html_cell{people_count(n), n},
             number(limits ? limits->low : not_given),
             number(limits ? phase_at(t.chart, i).centre : not_given),
             number(limits ? limits->high : not_given),
             {signal_in_words(t, i)}});
    }
    return table;
}

void write_verdict_of(markup& to, const trend& t) {
    const auto last = last_counted(t);
    if (!last) {
        to.leaf("p", say(page_word::none_yet));
        return;
    }
    const trend_verdict is = t.chart.verdict;
    const bool better = is == trend_verdict::improvement;
    const bool worse = is == trend_verdict::concern;
    const std::string word = (better ? "▲ " : worse ? "▼ " : "● ") + std::string(name(is));
    to.open("p").leaf("span", word, {{"class", better ? "better" : worse ? "worse" : "usual"}});
    to.text(": " + reason(t, *last)).close("p").own("\n");
}

void write_years(markup& to, const trend& t, const notation& in) {
    if (!t.on_year) {
        return;
    }
    html_table table;
    table.caption = years_title;
    for (const auto& [word, is_number] : {std::pair{page_word::period, false},
                                          {page_word::before, true},
                                          {page_word::after, true},
                                          {page_word::change, true},
                                          {page_word::limits, true},
                                          {page_word::verdict, false}}) {
        table.columns.push_back({std::string(say(word)), is_number});
    }
    for (const year_line& row : year_lines(t, in)) {
        table.rows.push_back({{row.period},
                              {row.before},
                              {row.now},
                              {row.change},
                              {row.range},
                              {row.is == verdict::none ? std::string() : std::string(name(row.is))}});
    }
    if (table.rows.empty()) {
        to.leaf("p", fmt::format("{}: {}", years_title, t.on_year->why));
        return;
    }
    write_table(to, table);
    to.leaf("p", year_remark(t), {{"class", "quiet"}});
}

}  // namespace

void write_trend(markup& to, const shown_trend& shown, const notation& in) {
    const trend& t = shown.is;
    to.open("article", {{"class", "chart"}}).open("h3");
    write_link(to, title_of(*t.of), definition_id(*t.of));
    if (!shown.group.empty()) {
        to.text(", ").text(shown.group);
    }
    to.close("h3").own("\n");
    write_verdict_of(to, t);
    const std::string words = trend_in_words(t, in);
    to.open("figure");
    if (shown.is_wide) {
        to.own(trend_chart(t, {760, 300, shown.target}, in).figure(words, "wide paired"));
        to.open("div", {{"class", "narrow"}, {"hidden", ""}});
        to.own(trend_chart(t, {360, 220, shown.target}, in).figure(words)).close("div");
    } else {
        to.own(trend_chart(t, {360, 190, shown.target}, in).figure(words));
    }
    to.close("figure").own("\n");
    for (const std::string& remark : remarks(shown.of, t, in)) {
        to.leaf("p", remark, {{"class", "quiet"}}).own("\n");
    }
    markup table;
    write_table(table, table_of_trend(shown, in));
    write_details(to, say(page_word::values, title_of(*t.of)), table.written());
    write_years(to, t, in);
    to.close("article").own("\n");
}

std::string trends_section(const shown_report& shown, const page_group& group, const notation& in) {
    markup to;
    for (const trend& t : shown.trends) {
        if (t.row == group.first_row && t.places.size() > 1 && last_counted(t)) {
            write_trend(to, {*group.in, t, target_value(group, *t.of)}, in);
        }
    }
    if (to.written().empty()) {
        return {};
    }
    markup whole;
    whole.leaf("p", say(page_word::legend_trend), {{"class", "quiet"}}).own("\n");
    return whole.open("div", {{"class", "charts"}}).own("\n").own(to.written()).close("div").own("\n").written();
}

}  // namespace cxm
