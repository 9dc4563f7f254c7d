#include <fmt/format.h>

#include "records/group_title.hpp"
#include "write/markdown/text.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"
#include "write/trend/years.hpp"

namespace cxm {

namespace {

void append_title(std::string& out, const report& of, const trend& t, const wording& say) {
    out += out.empty() ? "" : "\n";
    if (const std::string title = group_title(of.rows, t.row); !title.empty()) {
        out += "### " + markdown_text(say(title)) + "\n\n";
    }
}

void append_list_header(std::string& out, const trend& t, std::string_view period, const wording& say) {
    markdown_table to(out);
    to.own(say("metric"));
    to.text(period.empty() ? std::string(say("value")) : say.period(period));
    to.own(say("verdict"));
    to.own(say("why"));
    if (t.on_year) {
        to.own(say(year_on_year));
    }
    to.end_row();
    out += t.on_year ? "|:--|--:|:--|:--|:--|\n" : "|:--|--:|:--|:--|\n";
}

void append_list_row(std::string& out, const trend& t, std::string_view period, const notation& in) {
    const auto last = counted_in(t, period);
    markdown_table to(out);
    to.own(t.of->key);
    to.text(last ? trend_value(t, t.places[*last].value, in) : "");
    to.own(last ? in.say(name(t.chart.verdict)) : "");
    to.own(last && t.chart.why ? in_words(*t.chart.why, in.say) : "");
    if (t.on_year) {
        to.text(t.on_year->change ? year_in_words(t, in) : "");
    }
    to.end_row();
}

std::string signals_in_words(const trend& t, std::size_t place, const wording& say) {
    const auto& signals = t.chart.points[place].signals;
    return signals.empty()
               ? std::string()
               : fmt::format("{}{}{}", say(name(verdict_at(t, place))), say(": "), in_words(signals.front(), say));
}

void append_places(std::string& out, const report& of, const trend& t, const notation& in) {
    markdown_table to(out);
    for (const std::string_view column : {"period", "value", "limits", "mean", "a year before", "signal"}) {
        to.own(in.say(column));
    }
    to.end_row();
    out += "|:--|--:|--:|--:|--:|:--|\n";
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        const trend_place& place = t.places[i];
        const auto& limits = t.chart.points[i].limits;
        const double centre = phase_at(t.chart, i).centre;
        to.text(in.say.period(place.period));
        to.text(is_missing(place.value) ? why_no_value(of, t, place, in.say) : trend_value(t, place.value, in));
        to.text(limits ? people_span(people_number(t.of->shown, limits->low, trend_decimals(t), in.say),
                                     trend_value(t, limits->high, in), in.say)
                       : "");
        to.text(limits ? trend_value(t, centre, in) : "");
        to.text(place.year_before ? trend_value(t, *place.year_before, in) : "");
        to.own(place.is == place_kind::partial ? std::string(in.say("not complete")) : signals_in_words(t, i, in.say));
        to.end_row();
    }
}

void append_years(std::string& out, const trend& t, const notation& in) {
    if (!t.on_year) {
        return;
    }
    out.append("\n").append(in.say(years_title));
    const std::vector<year_line> rows = year_lines(t, in);
    if (rows.empty()) {
        out.append(in.say(": ")).append(in.say.finished(t.on_year->why)).append(".\n");
        return;
    }
    out += ":\n\n";
    markdown_table to(out);
    for (const std::string_view column : {"period", "before", "now", "change", "95 % interval", "verdict"}) {
        to.own(in.say(column));
    }
    to.end_row();
    out += "|:--|--:|--:|--:|--:|:--|\n";
    for (const year_line& row : rows) {
        for (const std::string& cell : {row.period, row.before, row.now, row.change, row.range}) {
            to.text(cell);
        }
        to.own(row.is == verdict::none ? "" : in.say(name(row.is)));
        to.end_row();
    }
    out += "\n" + year_remark(t, in.say) + "\n";
}

}  // namespace

std::string markdown_trend_list(const report& of, const std::vector<trend>& trends, const wording& say) {
    const notation in{.currency = of.rows.currency, .say = say};
    std::string out;
    std::optional<std::size_t> group;
    for (const trend& t : trends) {
        if (group != t.row) {
            append_title(out, of, t, in.say);
            append_list_header(out, t, latest_period(trends, t.row), in.say);
        }
        group = t.row;
        append_list_row(out, t, latest_period(trends, t.row), in);
    }
    for (const std::string& remark : list_remarks(of, trends, say)) {
        out += "\n" + remark + "\n";
    }
    return out;
}

std::string markdown_trends(const report& of, const std::vector<trend>& trends, const wording& say) {
    const notation in{.currency = of.rows.currency, .say = say};
    std::string out;
    for (const trend& t : trends) {
        append_title(out, of, t, in.say);
        out +=
            fmt::format("**{}** ({}), {}\n\n", markdown_text(say.title(*t.of)), t.of->key, direction_in_words(t, in));
        const auto last = last_counted(t);
        if (!last) {
            out.append(say("No period has a value.")).append("\n");
            continue;
        }
        out += fmt::format("**{}**{}{}. {}\n\n", say(name(t.chart.verdict)), say(": "),
                           markdown_text(reason(t, *last, say)), markdown_text(values_in_words(t, *last, in)));
        append_places(out, of, t, in);
        for (const std::string& remark : remarks(of, t, in)) {
            out += "\n" + markdown_text(remark) + "\n";
        }
        append_years(out, t, in);
    }
    if (is_in_order_of_input(of)) {
        out.append("\n").append(say(order_of_input)).append("\n");
    }
    return out;
}

}  // namespace cxm
