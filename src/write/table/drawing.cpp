#include "write/table/drawing.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/sparkline.hpp"

namespace cxm {

table_drawing::table_drawing(const look& drawn, const table_layout& layout, std::string interval_header)
    : drawn_(drawn), layout_(layout), interval_header_(std::move(interval_header)), out_(drawn.colour) {}

void table_drawing::draw(const table_block& block, const std::vector<std::string>& notes, bool with_themes,
                         bool with_header) {
    out_.left(0, fit(block.title, drawn_.width), style::bold);
    if (!block.title.empty() && (!layout_.titles_inline || !with_header)) {
        out_.end_line();
    }
    if (with_header) {
        draw_header(block);
    }
    for (const table_part& part : block.parts) {
        if (with_themes) {
            out_.left(0, fit(part.title, drawn_.width), style::bold);
            out_.end_line();
        }
        for (const table_row& row : part.rows) {
            draw_row(row);
        }
    }
    if (block.parts.empty()) {
        remark(drawn_.say("no metric can be computed: --all shows what is missing"), layout_.indent);
    }
    for (const std::string& note : notes) {
        // Further in than the metrics, so as not to be taken for one.
        remark(note, layout_.indent + 2);
    }
}

void table_drawing::draw_header(const table_block& block) {
    const std::size_t count = block.periods.size();
    for (std::size_t back = std::min(count, layout_.periods); back > 0; --back) {
        const std::string& period = block.periods[count - back];
        const std::string title = period.empty() ? std::string(drawn_.say("value")) : fit(period, layout_.period);
        out_.right(layout_.period_end(layout_.periods - back), title, style::dim);
    }
    if (layout_.interval > 0) {
        out_.right(layout_.interval_start() + layout_.interval, interval_header_, style::dim);
    }
    if (layout_.n > 0) {
        out_.right(layout_.n_start() + layout_.n, drawn_.say("n"), style::dim);
    }
    if (layout_.change > 0) {
        out_.right(layout_.change_start() + layout_.change, drawn_.say("change"), style::dim);
    }
    if (layout_.trend > 0) {
        const bool whole = count <= layout_.trend;
        out_.left(layout_.trend_start(),
                  whole ? std::string(drawn_.say("trend")) : drawn_.say("last {}", layout_.trend), style::dim);
    }
    out_.end_line();
}

void table_drawing::draw_row(const table_row& row) {
    out_.left(layout_.indent, fit(row.of->key, layout_.key - layout_.indent));
    if (row.has_number()) {
        draw_cells(row);
        draw_interval(row);
        out_.right(layout_.n_start() + layout_.n, layout_.n > 0 ? row.n : "");
        draw_change(row);
        draw_trend(row);
        out_.end_line();
    } else {
        out_.paragraph(layout_.key + table_layout::gap, row.remark, drawn_.width, style::dim);
    }
}

void table_drawing::draw_cells(const table_row& row) {
    for (std::size_t back = std::min(row.cells.size(), layout_.periods); back > 0; --back) {
        const bool ok = row.results[row.results.size() - back]->comes_to.ok();
        out_.right(layout_.period_end(layout_.periods - back), row.cells[row.cells.size() - back],
                   ok ? style::plain : style::dim);
    }
    out_.left(layout_.unit_start(), row.unit);
}

void table_drawing::draw_change(const table_row& row) {
    if (layout_.change == 0) {
        return;
    }
    const style looks = row.moved == verdict::better  ? style::good
                        : row.moved == verdict::worse ? style::bad
                                                      : style::plain;
    const std::size_t end = layout_.change_start() + layout_.change;
    const std::size_t number_end = end - (layout_.change_unit == 0 ? 0 : layout_.change_unit + 1);
    out_.right(number_end, row.change.number, looks);
    out_.left(number_end + 1, row.change.unit, looks);
}

void table_drawing::draw_interval(const table_row& row) {
    if (layout_.interval == 0 || row.low.empty()) {
        return;
    }
    const std::size_t high_start = layout_.interval_start() + layout_.interval - layout_.high;
    const std::string_view joint = drawn_.say("to");
    out_.right(high_start - 2 - display_width(joint), row.low);
    out_.left(high_start - 1 - display_width(joint), joint);
    out_.left(high_start, row.high);
}

void table_drawing::draw_trend(const table_row& row) {
    std::vector<double> values(layout_.trend, not_given);
    const std::size_t count = std::min(row.course.size(), layout_.trend);
    std::copy(row.course.end() - static_cast<std::ptrdiff_t>(count), row.course.end(),
              values.end() - static_cast<std::ptrdiff_t>(count));
    out_.left(layout_.trend_start(), sparkline(values, drawn_.ascii));
}

}  // namespace cxm
