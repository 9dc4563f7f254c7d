#include "write/trend/years.hpp"

#include <fmt/format.h>

#include "text/problem.hpp"
#include "write/change.hpp"
#include "write/grid.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

year_line line_of(const metric& m, const difference& change, const notation& in) {
    year_line line;
    line.change = change_amount(m, change.estimate, in);
    line.range = change.limits ? people_span(change_number(m, change.limits->low, in.say),
                                             change_number(m, change.limits->high, in.say), in.say)
                               : std::string();
    line.is = year_verdict(m, change);
    return line;
}

}  // namespace

style colour_of(verdict v) {
    return v == verdict::better ? style::good : v == verdict::worse ? style::bad : style::dim;
}

std::vector<year_line> year_lines(const trend& t, const notation& in) {
    std::vector<year_line> drawn_lines;
    if (!t.on_year || !t.on_year->change) {
        return drawn_lines;
    }
    for (std::size_t i = t.on_year->first; i < t.places.size(); ++i) {
        const trend_place& place = t.places[i];
        if (place.on_year) {
            year_line& line = drawn_lines.emplace_back(line_of(*t.of, *place.on_year, in));
            line.period = shown(in.say.period(place.period));
            line.before = trend_value(t, *place.year_before, in);
            line.now = trend_value(t, place.value, in);
        }
    }
    year_line& together = drawn_lines.emplace_back(line_of(*t.of, *t.on_year->change, in));
    together.period = in.say("together");
    return drawn_lines;
}

std::string year_in_words(const trend& t, const notation& in) {
    if (!t.on_year) {
        return {};
    }
    if (!t.on_year->change) {
        return in.say.finished(t.on_year->why);
    }
    const verdict is = year_verdict(*t.of, *t.on_year->change);
    const bool clear = is == verdict::better || is == verdict::worse;
    return change_amount(*t.of, t.on_year->change->estimate, in) + (clear ? fmt::format(" {}", in.say(name(is))) : "");
}

std::string year_remark(const trend& t, const wording& say) {
    if (!t.on_year || !t.on_year->change) {
        return {};
    }
    if (t.on_year->whole_year) {
        return std::string(say("Together: the change that they have in common, whatever the season. About one period "
                               "in 20 would seem to change by chance alone."));
    }
    return t.on_year->periods == 1
               ? say("Only {} period of the last year can be compared, less than a whole year: of the season that says "
                     "nothing.",
                     t.on_year->periods)
               : say("Only {} periods of the last year can be compared, less than a whole year: of the season that says "
                     "nothing.",
                     t.on_year->periods);
}

void draw_years(lines& out, const trend& t, const look& drawn, const notation& in) {
    if (!t.on_year) {
        return;
    }
    out.end_line();
    const std::vector<year_line> rows = year_lines(t, in);
    if (rows.empty()) {
        out.paragraph(2, fmt::format("{}{}{}.", in.say(years_title), in.say(": "), in.say.finished(t.on_year->why)),
                      drawn.width);
        return;
    }
    grid table({{.to_the_right = false},
                {.title = std::string(in.say("before")), .gap = 3},
                {.title = std::string(in.say("now"))},
                {.title = std::string(in.say("change")), .gap = 3},
                {.title = std::string(in.say("95 % interval")), .expendable = 1},
                {.to_the_right = false}},
               2);
    for (const year_line& row : rows) {
        const style looks = &row == &rows.back() ? style::bold : style::plain;
        table.add({{row.period, looks},
                   {row.before},
                   {row.now},
                   {row.change, colour_of(row.is)},
                   {row.range},
                   {row.is == verdict::none ? std::string() : std::string(in.say(name(row.is))), colour_of(row.is)}});
    }
    table.fit(drawn.width);
    out.left(2, std::string(in.say(years_title)) + ":");
    out.end_line();
    table.draw_titles(out, drawn.ascii);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.draw_row(out, i, drawn.ascii);
    }
    out.paragraph(2, year_remark(t, in.say), drawn.width, style::dim);
}

}  // namespace cxm
