#include "write/gaps.hpp"

#include <algorithm>

#include <cxm/target.hpp>

#include "write/grid.hpp"

namespace cxm {

namespace {

style style_of(const gap_line& gap) { return gap.side > 0 ? style::good : gap.side < 0 ? style::bad : style::dim; }

/// The period that all lines are of; empty where they are of several.
std::string shared_span(const std::vector<gap_line>& gaps) {
    const bool same =
        std::all_of(gaps.begin(), gaps.end(), [&](const gap_line& gap) { return gap.span == gaps.front().span; });
    return same ? gaps.front().span : std::string();
}

/// A line a target; the period that they share needs no column.
grid grid_of(const std::vector<gap_line>& gaps, std::string_view title, const std::string& shared, const wording& say) {
    std::vector<grid_column> columns = {{.to_the_right = false},
                                        {.title = std::string(say("value"))},
                                        {.title = std::string(title), .gap = 4},
                                        {.title = std::string(say("gap"))},
                                        {.to_the_right = false, .least = 9}};
    if (shared.empty()) {
        columns.push_back({.title = std::string(say("period")), .to_the_right = false, .expendable = 1});
    }
    columns.push_back({.title = std::string(say("source")), .to_the_right = false, .expendable = 2});
    grid table(columns, 2);
    for (const gap_line& gap : gaps) {
        std::vector<grid_cell> cells = {{std::string(gap.key)},
                                        {gap.value, style::bold},
                                        {gap.wanted},
                                        {gap.gap, style_of(gap)},
                                        {std::string(gap.standing), style_of(gap)}};
        if (shared.empty()) {
            cells.push_back({gap.span, style::dim});
        }
        cells.push_back({gap.source, style::dim});
        table.add(std::move(cells));
    }
    return table;
}

void append(lines& to, std::string_view title, std::string_view what, const std::vector<gap_line>& gaps,
            const look& drawn) {
    if (gaps.empty()) {
        return;
    }
    const std::string shared = shared_span(gaps);
    grid table = grid_of(gaps, drawn.say(what), shared, drawn.say);
    table.fit(drawn.width);
    to.end_line();
    to.left(0, drawn.say(title), style::bold);
    to.left(0, shared.empty() ? shared : drawn.say("in {}", shared), style::dim);
    to.end_line();
    table.draw_titles(to, drawn.ascii);
    std::string group;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        if (gaps[i].group != group) {
            group = gaps[i].group;
            to.left(0, cut_to_fit(group, drawn.width, drawn.ascii), style::dim);
            to.end_line();
        }
        table.draw_row(to, i, drawn.ascii);
    }
    if (std::any_of(gaps.begin(), gaps.end(),
                    [&](const gap_line& gap) { return gap.standing == drawn.say(name(band::fair)); })) {
        to.paragraph(2, drawn.say("fair: between what counts as poor and what as good"), drawn.width, style::dim);
    }
    for (const std::string& remark : gap_remarks(gaps)) {
        to.paragraph(2, remark, drawn.width, style::dim);
    }
    if (const std::string note = left_out_note(table.left_out(), drawn); !note.empty()) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
}

}  // namespace

std::string write_gaps(const report& of, const look& drawn) {
    const notation in{of.rows.currency, drawn.ascii, drawn.say};
    lines out(drawn.colour);
    append(out, "Against the targets", "target", gap_lines(of, of.options.targets, in), drawn);
    append(out, "Against the benchmarks", "benchmark", gap_lines(of, of.options.benchmarks, in), drawn);
    return out.text();
}

}  // namespace cxm
