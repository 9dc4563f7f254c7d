#include <algorithm>

#include "records/group_title.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/sparkline.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"
#include "write/trend/years.hpp"

namespace cxm {

namespace {

/// Of the verdicts that have something beside them, and a gap.
std::size_t verdict_width(const wording& say) {
    std::size_t widest = 0;
    for (const trend_verdict v : {trend_verdict::no_change, trend_verdict::improvement, trend_verdict::concern}) {
        widest = std::max(widest, display_width(say(name(v))));
    }
    return widest + 3;
}

/// Where the columns of a list stand.
struct list_columns {
    std::size_t value_end = 0;
    std::size_t course = 0;  ///< how many of the last periods the courses have; 0 where there is no room for one
    std::size_t verdict = 0;
    std::size_t verdict_room = 0;
    bool on_year = false;
    bool whole_course = true;  ///< the courses have all periods

    /// Right behind the verdict.
    std::size_t beside() const { return verdict + verdict_room; }
};

std::string value_in(const trend& t, std::string_view period, const notation& in) {
    const auto last = counted_in(t, period);
    return last ? trend_value(t, t.places[*last].value, in) : std::string("-");
}

list_columns columns_of(const std::vector<trend>& trends, const look& drawn, const notation& in) {
    std::size_t keys = 0;
    std::size_t values = 0;
    std::size_t places = 0;
    std::size_t years = 0;
    for (const trend& t : trends) {
        keys = std::max(keys, t.of->key.size());
        values = std::max(values, display_width(value_in(t, latest_period(trends, t.row), in)));
        places = std::max(places, t.places.size());
        years = std::max(years, t.on_year && t.on_year->change ? display_width(year_in_words(t, in)) : 0);
    }
    list_columns columns;
    columns.value_end = 2 + keys + 2 + values;
    columns.on_year = years > 0;
    columns.verdict_room = verdict_width(in.say);
    constexpr std::size_t least_course = 4;
    const std::size_t room = drawn.width - std::min(drawn.width, columns.value_end + columns.verdict_room + 3 + years);
    columns.course = room < least_course ? 0 : std::min({room, places, std::size_t(36)});
    columns.whole_course = columns.course >= places;
    columns.verdict = columns.value_end + 3 + (columns.course == 0 ? 0 : columns.course + 3);
    return columns;
}

void draw_title(lines& out, const report& of, const trend& t, std::string_view period, const list_columns& columns,
                const wording& say) {
    const std::string title = group_title(of.rows, t.row);
    out.left(0, say(title.empty() ? "metric" : std::string_view(title)), title.empty() ? style::dim : style::bold);
    out.right(columns.value_end, shown(say.period(period)), style::dim);
    if (columns.course > 0 && !columns.whole_course) {
        out.left(columns.value_end + 3, say("last {}", columns.course), style::dim);
    }
    if (columns.on_year) {
        out.left(columns.verdict, say("latest"), style::dim);
        out.left(columns.beside(), say(year_on_year), style::dim);
    }
    out.end_line();
}

void draw_line(lines& out, const trend& t, std::string_view period, const list_columns& columns, const look& drawn,
               const notation& in) {
    std::vector<double> latest;
    for (std::size_t i = t.places.size() - std::min(columns.course, t.places.size()); i < t.places.size(); ++i) {
        latest.push_back(t.places[i].value);
    }
    out.left(2, t.of->key);
    out.right(columns.value_end, value_in(t, period, in), style::bold);
    out.left(columns.value_end + 3, sparkline(latest, drawn.ascii));
    if (counted_in(t, period)) {
        out.left(columns.verdict, in.say(name(t.chart.verdict)),
                 t.chart.verdict == trend_verdict::no_change ? style::dim : style_of(t.chart.verdict));
    }
    if (columns.on_year) {
        if (t.on_year->change) {
            out.left(columns.beside(), year_in_words(t, in), colour_of(year_verdict(*t.of, *t.on_year->change)));
        }
    } else if (t.chart.why && counted_in(t, period)) {
        const std::string why = in_words(*t.chart.why, in.say);
        out.left(columns.beside(), columns.beside() + display_width(why) <= drawn.width ? why : std::string(),
                 style::dim);
    }
    out.end_line();
}

}  // namespace

std::string write_trend_list(const report& of, const std::vector<trend>& trends, const look& drawn) {
    const notation in{of.rows.currency, drawn.ascii, drawn.say};
    const list_columns columns = columns_of(trends, drawn, in);
    lines out(drawn.colour);
    std::optional<std::size_t> group;
    std::string_view period;
    for (const trend& t : trends) {
        if (group != t.row) {
            if (group) {
                out.end_line();
            }
            period = latest_period(trends, t.row);
            draw_title(out, of, t, period, columns, in.say);
        }
        group = t.row;
        draw_line(out, t, period, columns, drawn, in);
    }
    for (const std::string& remark : list_remarks(of, trends, in.say)) {
        out.end_line();
        out.paragraph(0, remark, drawn.width, style::dim);
    }
    return out.text();
}

}  // namespace cxm
