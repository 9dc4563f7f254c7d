#include "write/trend/chart.hpp"

#include <algorithm>
#include <array>

#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/people.hpp"
#include "write/trend/canvas.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

constexpr std::size_t widest_step = 4;
/// The room of ` upper limit` and the like to the right of the chart.
std::size_t words_room(const wording& say) {
    std::size_t widest = 0;
    for (const std::string_view what : {"mean", "trial limit", "upper limit", "lower limit"}) {
        widest = std::max(widest, display_width(say(what)));
    }
    return widest + 2;
}

/// What stands beside a row: its value to the left, what it is to the right.
struct row_label {
    double value = not_given;
    std::string_view what = {};
};

std::array<row_label, chart_height> labels_of(const trend& t, const chart_canvas& c, const wording& say) {
    std::array<row_label, chart_height> labels;
    const auto put = [&](double value, std::string_view what) {
        row_label& at = labels[c.row_of(value)];
        if (is_missing(at.value)) {
            at = {value, what};
        }
    };
    if (!is_missing(t.chart.centre)) {
        put(t.chart.centre, say("mean"));
    }
    for (std::size_t i = t.places.size(); i > 0; --i) {
        if (const auto& limits = t.chart.points[i - 1].limits) {
            put(limits->high, say(t.chart.trial ? "trial limit" : "upper limit"));
            put(limits->low, say(t.chart.trial ? "trial limit" : "lower limit"));
            break;
        }
    }
    // The ends of the scale, unless a label stands beside them already.
    if (is_missing(labels[0].value) && is_missing(labels[1].value)) {
        labels[0] = {c.high, {}};
    }
    if (is_missing(labels[chart_height - 1].value) && is_missing(labels[chart_height - 2].value)) {
        labels[chart_height - 1] = {c.low, {}};
    }
    return labels;
}

/// How many periods lie between two that are named below the axis: steps that suit a calendar, wide enough for a name.
std::size_t naming_step(const trend& t, std::size_t first, std::size_t step, const wording& say) {
    std::size_t longest = 0;
    for (std::size_t i = first; i < t.places.size(); ++i) {
        longest = std::max(longest, display_width(shown(say.period(t.places[i].period))));
    }
    for (const std::size_t every : {1u, 2u, 3u, 4u, 6u, 12u, 24u, 36u, 48u, 60u, 120u}) {
        if (every * step >= longest + 2) {
            return every;
        }
    }
    return std::max<std::size_t>(120, (longest + 2) / step + 1);
}

void draw_time_axis(lines& out, const trend& t, std::size_t first, std::size_t step, std::size_t margin,
                    const chart_glyph_set& g, const wording& say) {
    const std::size_t every = naming_step(t, first, step, say);
    out.left(margin, g.corner, style::dim);
    for (std::size_t column = 0; column < (t.places.size() - first) * step; ++column) {
        const bool named = column % step == step / 2 && (column / step) % every == 0;
        out.next(named ? g.mark : g.line, style::dim);
    }
    out.end_line();
    for (std::size_t i = first; i < t.places.size(); i += every) {
        out.left(margin + 1 + (i - first) * step + step / 2, shown(say.period(t.places[i].period)), style::dim);
    }
    out.end_line();
}

}  // namespace

std::size_t draw_chart(lines& out, const trend& t, const look& drawn) {
    const chart_glyph_set& g = chart_glyphs(drawn.ascii);
    const int decimals = trend_decimals(t);
    const auto number = [&](double value) { return people_number(t.of->shown, value, decimals, drawn.say); };
    // The labels' width depends on what is drawn, and what is drawn on their width: the whole series decides.
    std::size_t margin = 2;
    for (const row_label& label : labels_of(t, blank_canvas(t, 0, 0), drawn.say)) {
        margin = std::max(margin, is_missing(label.value) ? 0 : display_width(number(label.value)) + 3);
    }
    const std::size_t words = drawn.width >= 50 ? words_room(drawn.say) : 0;
    const bool with_words = words > 0;
    const std::size_t room = std::max<std::size_t>(drawn.width, margin + 20 + words) - margin - 1 - words;
    const std::size_t first = t.places.size() - std::min(t.places.size(), room);
    const std::size_t step = std::clamp<std::size_t>(room / std::max<std::size_t>(t.places.size(), 1), 1, widest_step);
    const chart_canvas c = painted_canvas(t, first, step, g);
    const auto labels = labels_of(t, c, drawn.say);
    for (std::size_t row = 0; row < chart_height; ++row) {
        const bool named = !is_missing(labels[row].value);
        if (named) {
            out.right(margin - 1, number(labels[row].value), style::dim);
        }
        out.left(margin, named ? g.tick : g.axis, style::dim);
        std::size_t end = c.rows[row].size();
        while (end > 0 && c.rows[row][end - 1].glyph == " " && !(with_words && !labels[row].what.empty())) {
            --end;
        }
        for (std::size_t column = 0; column < end; ++column) {
            out.next(c.rows[row][column].glyph, c.rows[row][column].looks);
        }
        if (with_words) {
            out.left(0, labels[row].what, style::dim);
        }
        out.end_line();
    }
    draw_time_axis(out, t, first, step, margin, g, drawn.say);
    return first;
}

}  // namespace cxm
