#include "write/gaps.hpp"

#include <algorithm>

#include "results/against.hpp"
#include "text/shown.hpp"
#include "text/utf8.hpp"
#include "write/arrange.hpp"
#include "write/compare/formats.hpp"
#include "write/lines.hpp"

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
    std::size_t widths[4] = {};
    for (const gap_line& l : gaps) {
        const std::string_view cells[] = {l.key, l.value, l.wanted, l.gap};
        for (std::size_t i = 0; i < 4; ++i) {
            widths[i] = std::max(widths[i], display_width(cells[i]));
        }
    }
    to.end_line();
    to.left(0, title, style::bold);
    to.end_line();
    std::string group;
    for (const gap_line& l : gaps) {
        if (l.group != group) {
            group = l.group;
            to.left(0, fitted(group, drawn.width, drawn.ascii), style::dim);
            to.end_line();
        }
        std::size_t at = 2;
        to.left(at, l.key);
        to.right(at += widths[0] + 2 + widths[1], l.value, style::bold);
        to.right(at += 4 + widths[2], l.wanted);
        to.right(at += 2 + widths[3], l.gap, style_of(l.is));
        to.left(at + 2, l.standing_text(), l.partial ? style::dim : style_of(l.is));
        if (at + 13 + display_width(l.source) <= drawn.width) {
            to.left(at + 13, l.source, style::dim);
        }
        to.end_line();
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
