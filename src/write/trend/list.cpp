#include <algorithm>

#include <fmt/format.h>

#include "records/group_title.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/sparkline.hpp"
#include "write/trend/formats.hpp"
#include "write/trend/words.hpp"

namespace cxm {

std::string write_trend_list(const report& of, const std::vector<trend>& trends, const look& drawn) {
    lines out(drawn.colour);
    std::size_t keys = 0;
    std::size_t values = 0;
    std::size_t places = 0;
    const auto value_text = [&](const trend& t) {
        const auto last = last_counted(t);
        return last ? trend_value(t, t.places[*last].value, {of.rows.currency, drawn.ascii}) : std::string("-");
    };
    for (const trend& t : trends) {
        keys = std::max(keys, t.of->key.size());
        values = std::max(values, display_width(value_text(t)));
        places = std::max(places, t.places.size());
    }
    const std::size_t value_end = 2 + keys + 2 + values;
    constexpr std::size_t verdict_room = 17;
    constexpr std::size_t least_course = 4;
    const std::size_t room = drawn.width - std::min(drawn.width, value_end + verdict_room);
    const std::size_t course = room < least_course ? 0 : std::min({room, places, std::size_t(36)});
    std::optional<std::size_t> group;
    bool trial = false;
    for (const trend& t : trends) {
        trial = trial || t.chart.trial;
        if (group != t.row) {
            const std::string title = group_title(of.rows, t.row);
            if (group) {
                out.end_line();
            }
            const auto last = last_counted(t);
            out.left(0, title.empty() ? "metric" : title, title.empty() ? style::dim : style::bold);
            if (last) {
                out.right(value_end, shown(t.places[*last].period), style::dim);
            }
            out.end_line();
        }
        group = t.row;
        std::vector<double> latest;
        for (std::size_t i = t.places.size() - std::min(course, t.places.size()); i < t.places.size(); ++i) {
            latest.push_back(t.places[i].value);
        }
        out.left(2, t.of->key);
        out.right(value_end, value_text(t), style::bold);
        out.left(value_end + 3, sparkline(latest, drawn.ascii));
        const std::size_t verdict_at = value_end + 3 + (course == 0 ? 0 : course + 3);
        out.left(verdict_at, name(t.chart.verdict),
                 t.chart.verdict == trend_verdict::no_change ? style::dim : style_of(t.chart.verdict));
        const std::string why = t.chart.why ? in_words(*t.chart.why) : std::string();
        if (verdict_at + 14 + why.size() <= drawn.width) {
            out.left(verdict_at + 14, why, style::dim);
        }
        out.end_line();
    }
    if (is_in_order_of_input(of)) {
        out.end_line();
        out.paragraph(0, order_of_input, drawn.width, style::dim);
    }
    if (trial) {
        out.end_line();
        out.paragraph(0, fmt::format("Trial limits: fewer than {} periods.", control_chart::settled_periods),
                      drawn.width, style::dim);
    }
    return out.text();
}

}  // namespace cxm
