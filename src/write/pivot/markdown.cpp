#include <algorithm>

#include "write/gaps.hpp"
#include "write/markdown/text.hpp"
#include "write/pivot/pivot.hpp"

namespace cxm {

namespace {

constexpr std::size_t most_markdown_periods = 6;

bool any_text(const pivot& p, std::string pivot_row::*what) {
    return std::any_of(p.rows.begin(), p.rows.end(), [&](const pivot_row& row) { return !(row.*what).empty(); });
}

void append_markdown_pivot(std::string& out, const pivot& p, double level, const wording& say) {
    const std::size_t from = p.periods.size() - std::min(p.periods.size(), most_markdown_periods);
    const bool has_change = any_text(p, &pivot_row::change);
    const bool has_range = any_text(p, &pivot_row::range);
    const bool has_n = any_text(p, &pivot_row::n);
    markdown_table to(out);
    std::string under = "|:--";
    const auto column = [&](std::string_view title, bool wanted = true, std::string_view below = "|--:") {
        if (wanted) {
            to.text(title);
            under += below;
        }
    };
    to.text(p.title);
    for (std::size_t i = from; i < p.periods.size(); ++i) {
        column(p.periods[i].empty() ? say("value") : p.periods[i]);
    }
    column(say("change"), has_change);
    column(say("verdict"), has_change, "|:--");
    column(say("{} interval", people_level(level, say)), has_range);
    column(say("n"), has_n);
    to.end_row();
    out += under + "|\n";
    for (const pivot_row& row : p.rows) {
        to.own(row.is_pool ? "**" + markdown_text(row.group) + "**" : markdown_text(row.group));
        for (std::size_t i = from; i < row.cells.size(); ++i) {
            to.text(row.cells[i]);
        }
        if (has_change) {
            to.text(row.change);
            to.own(row.moved == verdict::none ? std::string_view() : say(name(row.moved)));
        }
        if (has_range) {
            to.text(row.range);
        }
        if (has_n) {
            to.own(row.n);
        }
        to.end_row();
    }
    for (const std::string& note : p.notes) {
        out += "\n" + markdown_text(note) + "\n";
    }
    if (from > 0) {
        out += "\n" +
               (from == 1 ? say("{} earlier period left out: --format csv shows all.", from)
                          : say("{} earlier periods left out: --format csv shows all.", from)) +
               "\n";
    }
    if (const std::string note = groups_left_out(p.groups, say); !note.empty()) {
        out += "\n" + note + ".\n";
    }
}

}  // namespace

std::string markdown_pivots(const report& of, const groups_shown& shown, bool keep_missing, const wording& say) {
    std::string out;
    for (const pivot& p : pivots_of(of, shown, keep_missing, {.currency = of.rows.currency, .say = say})) {
        out += out.empty() ? "" : "\n";
        append_markdown_pivot(out, p, of.options.level, say);
    }
    return out + markdown_gaps(of, say);
}

}  // namespace cxm
