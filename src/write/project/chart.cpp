#include <algorithm>
#include <cmath>

#include "write/people.hpp"
#include "write/project/formats.hpp"
#include "write/trend/canvas.hpp"

namespace cxm {

namespace {

constexpr std::size_t widest_age = 6;  ///< columns
constexpr std::size_t value_room = 8;  ///< to the left of the axis

double lowest_drawn(const projection& p) {
    double low = 1;
    for (const projected_age& at : p.ages) {
        low = std::fmin(std::fmin(low, at.seen.value), at.expected.value);
        low = at.expected.limits ? std::fmin(low, at.expected.limits->low) : low;
    }
    return low < 1 ? low : 0;
}

/// A value of the curve between two ages, as a straight line.
template <class Value>
double between(const projection& p, double age, const Value& of) {
    const auto before = static_cast<std::size_t>(age);
    const std::size_t after = std::min(before + 1, p.ages.size() - 1);
    const double part = age - static_cast<double>(before);
    return part == 0 ? of(p.ages[before]) : of(p.ages[before]) * (1 - part) + of(p.ages[after]) * part;
}

double low_of(const projected_age& at) { return at.expected.limits ? at.expected.limits->low : not_given; }
double high_of(const projected_age& at) { return at.expected.limits ? at.expected.limits->high : not_given; }

chart_canvas painted_curve(const projection& p, std::size_t last, std::size_t step, const chart_glyph_set& g) {
    const std::size_t columns = last * step + 1;
    chart_canvas c{lowest_drawn(p), 1, {}};
    c.rows.fill(std::vector<chart_cell>(columns));
    if (const std::size_t end = p.of.renewals(); end < last) {
        for (auto& row : c.rows) {
            row[end * step + (step + 1) / 2] = {g.axis, style::dim};
        }
    }
    const auto put = [&](double value, std::size_t column, chart_cell what) {
        if (!is_missing(value)) {
            c.put(value, column, what);
        }
    };
    for (std::size_t column = 0; column < columns; ++column) {
        const double age = static_cast<double>(column) / static_cast<double>(step);
        put(between(p, age, low_of), column, {g.limit, style::dim});
        put(between(p, age, high_of), column, {g.limit, style::dim});
        put(between(p, age, [](const projected_age& at) { return at.expected.value; }), column, {g.mean});
    }
    for (std::size_t age = 0; age <= std::min(last, p.of.renewals()); ++age) {
        put(p.ages[age].seen.value, age * step, {g.point, style::bold});
    }
    return c;
}

void draw_ages(lines& out, std::size_t last, std::size_t step, const chart_glyph_set& g, const wording& say) {
    constexpr std::size_t widest = 6;
    const std::size_t every = (widest + step - 1) / step;
    out.left(value_room, g.corner, style::dim);
    for (std::size_t column = 0; column <= last * step; ++column) {
        out.next(column % (every * step) == 0 ? g.mark : g.line, style::dim);
    }
    out.end_line();
    for (std::size_t age = 0; age <= last; age += every) {
        out.left(value_room + 1 + age * step, std::to_string(age), style::dim);
    }
    out.left(0, " " + std::string(say("renewals")), style::dim);
    out.end_line();
}

}  // namespace

void draw_curve(lines& out, const projection& p, const look& drawn) {
    const chart_glyph_set& g = chart_glyphs(drawn.ascii);
    const std::size_t room = std::max<std::size_t>(drawn.width, value_room + 22) - value_room - 12;
    const std::size_t last = std::min(p.ages.size() - 1, room);
    const std::size_t step = std::clamp<std::size_t>(room / std::max<std::size_t>(last, 1), 1, widest_age);
    const chart_canvas c = painted_curve(p, last, step, g);
    const auto number = [&](double share) { return people_number(as::share, share, 1, drawn.say); };
    for (std::size_t row = 0; row < chart_height; ++row) {
        const bool named = row % 5 == 0;
        if (named) {
            const double up = 1 - static_cast<double>(row) / (chart_height - 1);
            out.right(value_room - 1, number(c.low + (c.high - c.low) * up), style::dim);
        }
        out.left(value_room, named ? g.tick : g.axis, style::dim);
        std::size_t end = c.rows[row].size();
        while (end > 0 && c.rows[row][end - 1].glyph == " ") {
            --end;
        }
        for (std::size_t column = 0; column < end; ++column) {
            out.next(c.rows[row][column].glyph, c.rows[row][column].looks);
        }
        out.end_line();
    }
    draw_ages(out, last, step, g, drawn.say);
    std::string key = drawn.say("{} seen, in % of the start", g.point);
    key += p.has_curve ? "   " + std::string(g.mean) + " " + std::string(name(p.kind)) : "";
    key += p.has_curve && p.reason.empty() ? "   " + drawn.say("{} its limits", g.limit) : "";
    key += last > p.of.renewals() ? "   " + drawn.say("{} the data end", g.axis) : "";
    out.left(value_room + 1, key, style::dim);
    out.end_line();
}

}  // namespace cxm
