#include <algorithm>

#include <fmt/format.h>

#include "records/group_title.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/trend/chart.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"
#include "write/trend/years.hpp"

namespace cxm {

namespace {

std::string legend(const trend& t, std::size_t first, const look& drawn) {
    const wording& say = drawn.say;
    const auto has = [&](auto&& holds) {
        for (std::size_t i = first; i < t.places.size(); ++i) {
            if (holds(i)) {
                return true;
            }
        }
        return false;
    };
    std::string text;
    const auto add = [&](bool wanted, std::string_view entry) {
        text += wanted ? (text.empty() ? "" : "   ") + std::string(entry) : "";
    };
    add(has([&](std::size_t i) { return verdict_at(t, i) == trend_verdict::improvement; }), say("+ improvement"));
    add(has([&](std::size_t i) { return verdict_at(t, i) == trend_verdict::concern; }),
        say(drawn.ascii ? "x concern" : "× concern"));
    add(has([&](std::size_t i) { return t.places[i].is == place_kind::partial; }),
        say(drawn.ascii ? "o not complete" : "○ not complete"));
    return text;
}

void write_verdict(lines& out, const report& of, const trend& t, const look& drawn) {
    const notation in{of.rows.currency, drawn.ascii, drawn.say};
    const auto last = last_counted(t);
    if (!last) {
        out.paragraph(2, in.say("No period has a value."), drawn.width);
        return;
    }
    const std::string_view is = in.say(name(t.chart.verdict));
    out.left(2, is, style_of(t.chart.verdict));
    std::string beside = reason(t, *last, in.say);
    if (display_width(beside) + display_width(is) + 5 > drawn.width) {
        out.end_line();
        out.paragraph(2, beside, drawn.width);
    } else {
        out.left(display_width(is) + 5, beside);
        out.end_line();
    }
    out.paragraph(2, values_in_words(t, *last, in), drawn.width);
    constexpr std::size_t most = 4;
    std::vector<std::string> earlier = earlier_signals(t, *last, in.say);
    if (earlier.size() > most + 1) {
        const std::size_t more = earlier.size() - most;
        earlier.resize(most);
        earlier.push_back(in.say("and {} earlier; --format csv shows all", more));
    }
    if (!earlier.empty()) {
        out.paragraph(2, in.say("Before that:"), drawn.width, style::dim);
    }
    for (const std::string& one : earlier) {
        out.paragraph(4, one, drawn.width, style::dim);
    }
    for (const std::string& remark : remarks(of, t, in)) {
        out.paragraph(2, remark, drawn.width, style::dim);
    }
    draw_years(out, t, drawn, in);
}

}  // namespace

std::string write_trends(const report& of, const std::vector<trend>& trends, const look& drawn) {
    lines out(drawn.colour);
    std::optional<std::size_t> group;
    for (const trend& t : trends) {
        if (&t != &trends.front()) {
            out.end_line();
        }
        const std::string title = group_title(of.rows, t.row);
        if (group != t.row && !title.empty()) {
            out.left(0, drawn.say(title), style::bold);
            out.end_line();
        }
        group = t.row;
        out.left(0, drawn.say.title(*t.of), style::bold);
        out.left(0,
                 fmt::format("({}), {}", t.of->key, direction_in_words(t, {of.rows.currency, drawn.ascii, drawn.say})),
                 style::dim);
        out.end_line();
        if (!last_counted(t)) {
            write_verdict(out, of, t, drawn);
            continue;
        }
        const std::size_t first = draw_chart(out, t, drawn);
        if (const std::string signs = legend(t, first, drawn); !signs.empty()) {
            out.paragraph(2, signs, drawn.width, style::dim);
        }
        if (first > 0) {
            out.paragraph(2, drawn.say("{} earlier periods are not drawn; --format csv shows all.", first), drawn.width,
                          style::dim);
        }
        out.end_line();
        write_verdict(out, of, t, drawn);
    }
    if (is_in_order_of_input(of)) {
        out.end_line();
        out.paragraph(0, drawn.say(order_of_input), drawn.width, style::dim);
    }
    return out.text();
}

}  // namespace cxm
