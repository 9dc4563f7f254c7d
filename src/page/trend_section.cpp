#include "page/trend_section.hpp"

#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/trend_chart.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"
#include "write/trend/years.hpp"

namespace cxm {

namespace {

std::string signal_in_words(const trend& t, std::size_t i, const wording& say) {
    if (t.places[i].is == place_kind::partial) {
        return std::string(say("not complete"));
    }
    const auto& signals = t.chart.points[i].signals;
    return signals.empty() ? std::string() : say("{}: {}", say(name(verdict_at(t, i))), in_words(signals.front(), say));
}

html_table table_of_trend(const shown_trend& shown, const notation& in) {
    const trend& t = shown.is;
    const int decimals = trend_decimals(t);
    const auto number = [&](double value) {
        return is_missing(value) ? html_cell{} : html_cell{trend_value(t, value, decimals, in), value};
    };
    html_table table;
    table.caption = title_of(*t.of, in.say);
    table.columns = {words_column(in.say("period")), numbers_column(in.say("value")),
                     numbers_column(in.say("n")),    numbers_column(in.say("lower limit")),
                     numbers_column(in.say("mean")), numbers_column(in.say("upper limit")),
                     words_column(in.say("signal"))};
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        const trend_place& place = t.places[i];
        const auto& limits = t.chart.points[i].limits;
        const double n = n_of(shown.of, t, place);
        table.rows.push_back(
            {{cxm::shown(in.say.period(place.period))},
             is_missing(place.value) ? html_cell{why_no_value(shown.of, t, place, in.say)} : number(place.value),
             is_missing(n) ? html_cell{} : html_cell{people_count(n, in.say), n},
             number(limits ? limits->low : not_given),
             number(limits ? phase_at(t.chart, i).centre : not_given),
             number(limits ? limits->high : not_given),
             {signal_in_words(t, i, in.say)}});
    }
    return table;
}

void write_verdict_of(markup& to, const trend& t, const wording& say) {
    const auto last = last_counted(t);
    if (!last) {
        to.leaf("p", say("No period has a value."));
        return;
    }
    const trend_verdict is = t.chart.verdict;
    const bool better = is == trend_verdict::improvement;
    const bool worse = is == trend_verdict::concern;
    const std::string word = (better ? "▲ " : worse ? "▼ " : "● ") + std::string(say(name(is)));
    to.open("p").leaf("span", word, {{"class", better ? "better" : worse ? "worse" : "usual"}});
    to.text(say(": ")).text(reason(t, *last, say)).close("p").own("\n");
}

/// What the limits say of a target: met or missed whatever the usual variation, or by chance now and then.
void write_assurance(markup& to, const trend& t, double target, const notation& in) {
    const auto last = last_counted(t);
    if (!last || !t.chart.points[*last].limits || t.chart.verdict == trend_verdict::too_few) {
        return;
    }
    const bounds& limits = *t.chart.points[*last].limits;
    const bool higher = t.of->better == good::higher;
    const bool sure = higher ? limits.low >= target : limits.high <= target;
    const bool never = higher ? limits.high < target : limits.low > target;
    to.open("p").leaf("span",
                      sure    ? "✓ "
                      : never ? "✗ "
                              : "~ ",
                      {{"class", sure    ? "better"
                                 : never ? "worse"
                                         : "usual"}});
    to.text(in.say("{} {}", in.say("target"), trend_value(t, target, in))).text(in.say(": "));
    to.text(in.say(sure    ? "usual variation stays within it"
                   : never ? "usual variation does not reach it; it takes a change"
                           : "usual variation meets it in some periods and misses it in others"));
    to.close("p").own("\n");
}

void write_years(markup& to, const trend& t, const notation& in) {
    if (!t.on_year) {
        return;
    }
    html_table table;
    table.caption = in.say(years_title);
    table.columns = {words_column(in.say("period")),     numbers_column(in.say("before")),
                     numbers_column(in.say("after")),    numbers_column(in.say("change")),
                     numbers_column(in.say("interval")), words_column(in.say("verdict"))};
    for (const year_line& row : year_lines(t, in)) {
        table.rows.push_back({{row.period},
                              {row.before},
                              {row.now},
                              {row.change},
                              {row.range},
                              {row.is == verdict::none ? std::string() : std::string(in.say(name(row.is)))}});
    }
    if (table.rows.empty()) {
        to.leaf("p", in.say("{}: {}", in.say(years_title), in.say.finished(t.on_year->why)));
        return;
    }
    write_table(to, table);
    to.leaf("p", year_remark(t, in.say), {{"class", "quiet"}});
}

}  // namespace

void write_trend(markup& to, const shown_trend& shown, const notation& in) {
    const trend& t = shown.is;
    to.open("article", {{"class", "chart"}}).open("h3");
    write_link(to, title_of(*t.of, in.say), definition_id(*t.of));
    if (!shown.group.empty()) {
        to.text(", ").text(shown.group);
    }
    to.close("h3").own("\n");
    write_verdict_of(to, t, in.say);
    if (shown.target) {
        write_assurance(to, t, *shown.target, in);
    }
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
    write_details(to, in.say("Values of {}", title_of(*t.of, in.say)), table.written());
    write_years(to, t, in);
    to.close("article").own("\n");
}

std::string trends_section(const shown_report& shown, const page_group& group, const notation& in) {
    constexpr std::string_view intro =
        "▲ improvement, ▼ concern, ● usual variation, ○ a period that is not complete. The band is what the periods vary by anyway; the line in it is their mean.";
    return charts_section(in.say(intro), "charts", [&](markup& to) {
        bool any = false;
        for (const trend& t : shown.trends) {
            if (t.row == group.first_row && t.places.size() > 1 && last_counted(t)) {
                write_trend(to, {*group.in, t, target_value(group, *t.of)}, in);
                any = true;
            }
        }
        return any;
    });
}

}  // namespace cxm
