#include "write/figure_text.hpp"

#include <algorithm>
#include <cmath>

#include <cxm/metric.hpp>

#include "text/utf8.hpp"

namespace cxm {

namespace {

as shown_as(figure_unit unit) {
    constexpr as kinds[] = {as::share, as::money, as::score};
    return kinds[static_cast<int>(unit)];
}

/// Two for small expectations; none that a large one hides.
int figure_decimals(const forecast_figure& f) {
    if (f.unit == figure_unit::count) {
        const double size = std::fabs(f.value);
        return size < 100 ? 2 : size < 10000 ? 1 : 0;
    }
    const as kind = shown_as(f.unit);
    return is_large(kind, f.value) ? 0 : people_decimals(kind, f.value);
}

std::string_view standing_of(const forecast_figure& f) { return f.ok() ? "ok" : "undefined"; }

}  // namespace

std::string figure_value(const forecast_figure& f, const notation& in) {
    if (!f.ok()) {
        return in.ascii ? "-" : "–";
    }
    const as kind = shown_as(f.unit);
    return with_unit(people_number(kind, f.value, figure_decimals(f), in.say), kind, in);
}

std::string figure_range(const forecast_figure& f, const notation& in) {
    if (!f.ok() || !f.limits) {
        return {};
    }
    const as kind = shown_as(f.unit);
    const int decimals = range_decimals(kind, *f.limits, figure_decimals(f));
    const std::string high = with_unit(people_number(kind, f.limits->high, decimals, in.say), kind, in);
    return people_span(people_number(kind, f.limits->low, decimals, in.say), high, in.say);
}

void draw_figures(lines& to, const std::vector<forecast_figure>& figures, const notation& in, const look& drawn,
                  const std::function<std::string(const forecast_figure&)>& meaning) {
    std::size_t values = 0;
    std::size_t ranges = 0;
    for (const forecast_figure& f : figures) {
        values = std::max(values, display_width(figure_value(f, in)));
        ranges = std::max(ranges, display_width(figure_range(f, in)));
    }
    const std::size_t end = values + (ranges == 0 ? 0 : 2 + ranges);
    for (const forecast_figure& f : figures) {
        to.right(values, figure_value(f, in), style::bold);
        if (const std::string range = figure_range(f, in); !range.empty()) {
            to.right(end, range);
        }
        to.paragraph(end + 2, meaning(f), drawn.width);
    }
    for (const forecast_figure& f : figures) {
        if (!f.ok()) {
            to.paragraph(0, drawn.say("{}: {}.", f.key, drawn.say.finished(f.reason)), drawn.width, style::dim);
        }
    }
}

void append_figure(json_object& to, const forecast_figure& f) {
    json_object one = to.object(f.key);
    one.number("value", f.value);
    one.text("unit", name(f.unit));
    one.text("status", standing_of(f));
    if (f.limits) {
        one.number("low", f.limits->low);
        one.number("high", f.limits->high);
        one.number("level", f.limits->level);
        one.text("method", f.limits->method);
    }
    if (!is_missing(f.n)) {
        one.count("n", f.n);
    }
    one.text_if_any("reason", f.reason);
    one.end();
}

void append_figure(csv_writer& to, const forecast_figure& f) {
    to.raw(f.key);
    to.number(f.value);
    to.raw(name(f.unit));
    to.number(f.limits ? f.limits->low : not_given);
    to.number(f.limits ? f.limits->high : not_given);
    to.count(f.n);
    to.raw(standing_of(f));
    to.text(f.reason);
    to.raw(f.limits ? f.limits->method : std::string_view());
}

}  // namespace cxm
