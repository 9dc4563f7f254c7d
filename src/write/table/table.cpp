#include "write/table/table.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "write/footnotes.hpp"
#include "write/grid.hpp"
#include "write/table/drawing.hpp"

namespace cxm {

namespace {

/// Blocks of so few rows stand close together, under one header.
constexpr std::size_t most_metrics_close = 3;

bool any_partial(const std::vector<table_block>& blocks, std::size_t periods) {
    for (const table_block& block : blocks) {
        const std::size_t shown = std::min(block.periods.size(), periods);
        for (std::size_t i = block.periods.size() - shown; i < block.periods.size(); ++i) {
            if (block.periods[i].ends_with('*')) {
                return true;
            }
        }
    }
    return false;
}

/// Whether a last period that is not complete stands beside another.
bool any_change_withheld(const std::vector<table_block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const table_block& block) {
        return block.periods.size() > 1 && block.periods.back().ends_with('*');
    });
}

/// Whether a cell among the last periods is blank for want of a measure.
bool any_unexplained(const std::vector<table_block>& blocks, std::size_t periods) {
    const auto lacks = [&](const table_row& row) {
        const std::size_t shown = std::min({row.results.size(), row.cells.size(), periods});
        return std::any_of(row.results.end() - static_cast<std::ptrdiff_t>(shown), row.results.end(),
                           [](const result* r) { return r->comes_to.is == status::missing; });
    };
    for (const table_block& block : blocks) {
        for (const table_part& part : block.parts) {
            if (std::any_of(part.rows.begin(), part.rows.end(), lacks)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

std::string write_table(const report& of, const std::vector<catalogue::group>& themes, bool keep_missing,
                        const look& drawn, const groups_shown& shown) {
    const std::vector<themed_metrics> by_themes = by_theme(of, themes);
    std::vector<table_block> blocks;
    std::size_t most_periods = 0;
    const std::vector<label_group> groups = ordered_groups(of, shown.order);
    for (const label_group& group : groups) {
        blocks.push_back(make_block(of, group, by_themes, drawn.width / 7, {of.rows.currency, drawn.ascii, drawn.say},
                                    keep_missing));
        most_periods = std::max(most_periods, blocks.back().periods.size());
    }
    if (drawn.colour) {
        judge_changes(blocks, of);
    }
    const group_count count = count_of_groups(of, groups, shown);
    keep_first(blocks, count);
    // Headings would double the height of small blocks.
    const bool with_themes = by_themes.size() > 1 && (blocks.size() == 1 || of.metrics.size() > 8);
    const bool with_titles = !blocks.empty() && !blocks.front().title.empty();
    const std::string interval_header = drawn.say("{} interval", people_level(of.options.level, drawn.say));
    const table_layout layout = make_layout(blocks, with_themes || with_titles ? 2 : 0, interval_header, drawn);

    const bool close = of.metrics.size() <= most_metrics_close;

    const table_footnotes notes =
        footnotes(blocks, layout.periods, keep_missing, {of.rows.currency, drawn.ascii, drawn.say});
    table_drawing drawing(drawn, layout, interval_header);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (i > 0 && !close) {
            drawing.blank_line();
        }
        const bool same_columns = close && i > 0 && blocks[i].periods == blocks[i - 1].periods;
        drawing.draw(blocks[i], notes.of_blocks[i], with_themes, !same_columns);
    }
    for (const std::string& note : notes.of_all) {
        drawing.remark(note);
    }
    if (any_partial(blocks, layout.periods)) {
        drawing.remark(any_change_withheld(blocks)
                           ? drawn.say("* the period is not complete, so no change is told from it")
                           : drawn.say("* the period is not complete"));
    }
    if (!keep_missing && any_unexplained(blocks, layout.periods)) {
        drawing.remark(drawn.say("-: a measure is missing there; --all says which"));
    }
    if (layout.n > 0 && !close) {
        drawing.remark(drawn.say("n: how many people, answers or events a value is of"));
    }
    const std::string more = drawn.ascii ? "..." : "…";
    if (!layout.left_out.empty()) {
        drawing.remark(left_out_note({layout.left_out.begin(), layout.left_out.end()}, drawn));
    }
    if (most_periods > layout.periods) {
        const std::size_t left = most_periods - layout.periods;
        drawing.remark(left == 1 ? drawn.say("{} {} earlier period: --format csv shows all", more, left)
                                 : drawn.say("{} {} earlier periods: --format csv shows all", more, left));
    }
    if (const std::string left_out = groups_left_out(count, drawn.say); !left_out.empty()) {
        drawing.remark(more + " " + left_out);
    }
    return drawing.text();
}

}  // namespace cxm
