#include "write/trend/canvas.hpp"

namespace cxm {

namespace {

constexpr chart_glyph_set drawn_glyphs{"•", "+", "×", "○", "─", "┄", "│", "┤", "└", "─", "┬"};
constexpr chart_glyph_set plain_glyphs{"*", "+", "x", "o", "-", ".", "|", "|", "+", "-", "+"};

chart_cell point_cell(const trend& t, std::size_t i, const chart_glyph_set& g) {
    if (t.places[i].is == place_kind::partial) {
        return {g.partial, style::dim};
    }
    switch (verdict_at(t, i)) {
        case trend_verdict::improvement: return {g.better, style::good};
        case trend_verdict::concern: return {g.worse, style::bad};
        default: return {g.point, style::bold};
    }
}

}  // namespace

const chart_glyph_set& chart_glyphs(bool ascii) { return ascii ? plain_glyphs : drawn_glyphs; }

chart_canvas blank_canvas(const trend& t, std::size_t first, std::size_t columns) {
    double low = not_given;
    double high = not_given;
    const auto include = [&](double value) {
        low = std::fmin(low, value);
        high = std::fmax(high, value);
    };
    for (std::size_t i = first; i < t.places.size(); ++i) {
        include(phase_at(t.chart, i).centre);
        include(t.places[i].value);
        if (const auto& limits = t.chart.points[i].limits) {
            include(limits->low);
            include(limits->high);
        }
    }
    if (low == high) {
        const double room = std::fmax(std::fabs(low) / 10, 1e-6);
        low -= room;
        high += room;
    }
    chart_canvas c{low, high, {}};
    c.rows.fill(std::vector<chart_cell>(columns));
    return c;
}

chart_canvas painted_canvas(const trend& t, std::size_t first, std::size_t step, const chart_glyph_set& g) {
    const std::size_t columns = (t.places.size() - first) * step;
    chart_canvas c = blank_canvas(t, first, columns);
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t i = first + column / step;
        if (const auto& limits = t.chart.points[i].limits) {
            c.put(limits->low, column, {g.limit, style::dim});
            c.put(limits->high, column, {g.limit, style::dim});
        }
        if (const double centre = phase_at(t.chart, i).centre; !is_missing(centre)) {
            c.put(centre, column, {g.mean, style::dim});
        }
    }
    for (std::size_t i = first; i < t.places.size(); ++i) {
        if (!is_missing(t.places[i].value)) {
            c.put(t.places[i].value, (i - first) * step + step / 2, point_cell(t, i, g));
        }
    }
    return c;
}

}  // namespace cxm
