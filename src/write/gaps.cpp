#include "write/gaps.hpp"
#include "write/change.hpp"

#include "results/against.hpp"
#include "text/shown.hpp"
#include "write/arrange.hpp"
#include "write/grid.hpp"

namespace cxm {

namespace {

std::string source_of(const target& t) {
    const std::string_view comma = t.source.empty() || t.date.empty() ? "" : ", ";
    return shown(t.source).append(comma) + shown(t.date);
}

}  // namespace

std::vector<gap_line> gap_lines(const report& of, const std::vector<target>& wanted, const notation& in) {
    std::vector<gap_line> gaps;
    for (const label_group& group : by_labels(of.rows)) {
        const std::size_t last = group.rows.back();
        for (const result& r : of.of_row(last)) {
            if (const auto held = hold_against(r, wanted)) {
                gaps.push_back({group.title, r.of->key, people_value(*r.of, r.comes_to.value, in),
                                people_value(*r.of, held->to->value, in), change_amount(*r.of, held->by.gap, in),
                                held->by.is, !of.rows.is_complete(last), source_of(*held->to)});
            }
        }
    }
    return gaps;
}

namespace {

style style_of(standing is) {
    return is == standing::meets ? style::good : is == standing::misses ? style::bad : style::dim;
}

void append(lines& to, std::string_view title, const std::vector<gap_line>& gaps, const look& drawn) {
    if (gaps.empty()) {
        return;
    }
    grid table({{.to_the_right = false},
                {},
                {.gap = 4},
                {},
                {.to_the_right = false, .least = 9},
                {.title = "source", .to_the_right = false, .expendable = 1}},
               2);
    for (const gap_line& gap : gaps) {
        table.add({{std::string(gap.key)},
                   {gap.value, style::bold},
                   {gap.wanted},
                   {gap.gap, style_of(gap.is)},
                   {std::string(gap.standing_text()), gap.partial ? style::dim : style_of(gap.is)},
                   {gap.source, style::dim}});
    }
    table.fit(drawn.width);
    to.end_line();
    to.left(0, title, style::bold);
    to.end_line();
    std::string group;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        if (gaps[i].group != group) {
            group = gaps[i].group;
            to.left(0, fitted(group, drawn.width, drawn.ascii), style::dim);
            to.end_line();
        }
        table.draw_row(to, i, drawn.ascii);
    }
    if (const std::string note = left_out_note(table.left_out(), drawn.ascii); !note.empty()) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
}

}  // namespace

std::string write_gaps(const report& of, const look& drawn) {
    const notation in{of.rows.currency, drawn.ascii};
    lines out(drawn.colour);
    append(out, "Against the targets", gap_lines(of, of.options.targets, in), drawn);
    append(out, "Against the benchmarks", gap_lines(of, of.options.benchmarks, in), drawn);
    return out.text();
}

}  // namespace cxm
