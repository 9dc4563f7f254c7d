#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/grid.hpp"
#include "write/lines.hpp"
#include "write/pivot/pivot.hpp"
#include "write/sparkline.hpp"

namespace cxm {

namespace {

/// The columns by how soon they are left out; the more periods ago, the sooner.
constexpr unsigned leave_period_before = 1;
constexpr unsigned leave_interval = 2;
constexpr unsigned leave_n = 3;
constexpr unsigned leave_course = 4;
constexpr unsigned leave_earlier_period = 5;

constexpr std::size_t longest_course_of_pivot = 12;

std::string_view mark_of(verdict moved, bool in_words, const look& drawn) {
    if (in_words) {
        return moved == verdict::none ? std::string_view() : drawn.say(name(moved));
    }
    switch (moved) {
        case verdict::better: return "+";
        case verdict::worse: return drawn.ascii ? "x" : "×";
        case verdict::no_clear_change: return "~";
        default: return {};
    }
}

style style_of_mark(verdict moved) {
    return moved == verdict::better ? style::good : moved == verdict::worse ? style::bad : style::plain;
}

std::vector<grid_column> columns_of_pivot(const pivot& p, double level, const wording& say) {
    std::vector<grid_column> columns{{.title = p.title, .to_the_right = false, .least = 6}};
    std::size_t widest = 5;
    for (const std::string& period : p.periods) {
        widest = std::max(widest, display_width(period));
    }
    const std::size_t count = p.periods.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto age = static_cast<unsigned>(count - 1 - i);
        columns.push_back({.title = p.periods[i].empty() ? std::string(say("value")) : p.periods[i],
                           .expendable = age == 0   ? 0U
                                         : age == 1 ? leave_period_before
                                                    : leave_earlier_period + age,
                           .least = widest});
    }
    columns.push_back({.title = std::string(say("change"))});
    columns.push_back({.to_the_right = false});
    columns.push_back({.title = say("{} interval", people_level(level, say)), .expendable = leave_interval});
    columns.push_back({.title = std::string(say("n")), .expendable = leave_n});
    columns.push_back(
        {.title = count > longest_course_of_pivot ? say("last {}", longest_course_of_pivot) : std::string(say("trend")),
         .to_the_right = false,
         .expendable = leave_course});
    return columns;
}

std::string course_of_pivot(const pivot_row& row, bool ascii) {
    if (row.course.size() < 3) {
        return {};
    }
    const std::size_t from = row.course.size() - std::min(row.course.size(), longest_course_of_pivot);
    return sparkline(std::span(row.course).subspan(from), ascii);
}

grid grid_of_pivot(const pivot& p, double level, const look& drawn, bool in_words) {
    grid table(columns_of_pivot(p, level, drawn.say), 0);
    for (const pivot_row& row : p.rows) {
        const style looks = row.is_pool ? style::bold : style::plain;
        std::vector<grid_cell> cells{{row.group, looks}};
        for (const std::string& cell : row.cells) {
            cells.push_back({cell, looks});
        }
        const style marked = style_of_mark(row.moved);
        cells.push_back({row.change, marked});
        cells.push_back({std::string(mark_of(row.moved, in_words, drawn)), marked});
        cells.push_back({row.range});
        cells.push_back({row.n});
        cells.push_back({course_of_pivot(row, drawn.ascii)});
        table.add(std::move(cells));
    }
    return table;
}

/// How many earlier periods there is no room for, and which other columns.
void append_left_out(lines& to, const pivot& p, const grid& table, const look& drawn) {
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < p.periods.size(); ++i) {
        hidden += table.has(1 + i) ? 0 : 1;
    }
    std::vector<std::string> others = table.left_out();
    std::erase_if(others, [&](const std::string& title) {
        return std::find(p.periods.begin(), p.periods.end(), title) != p.periods.end();
    });
    if (const std::string note = left_out_note(others, drawn); !note.empty()) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
    if (hidden > 0) {
        const std::string_view more = drawn.ascii ? "..." : "…";
        to.paragraph(0,
                     hidden == 1 ? drawn.say("{} {} earlier period: --format csv shows all", more, hidden)
                                 : drawn.say("{} {} earlier periods: --format csv shows all", more, hidden),
                     drawn.width, style::dim);
    }
    if (const std::string note = groups_left_out(p.groups, drawn.say); !note.empty()) {
        to.paragraph(0, fmt::format("{} {}", drawn.ascii ? "..." : "…", note), drawn.width, style::dim);
    }
}

void append_pivot(lines& to, const pivot& p, double level, const look& drawn) {
    grid table = grid_of_pivot(p, level, drawn, true);
    const bool in_words = table.fit(drawn.width) && table.left_out().empty();
    if (!in_words) {
        table = grid_of_pivot(p, level, drawn, false);
        table.fit(drawn.width);
    }
    table.draw_titles(to, drawn.ascii);
    for (std::size_t i = 0; i < p.rows.size(); ++i) {
        table.draw_row(to, i, drawn.ascii);
    }
    const bool any_mark =
        std::any_of(p.rows.begin(), p.rows.end(), [](const pivot_row& row) { return row.moved != verdict::none; });
    if (!in_words && any_mark) {
        to.paragraph(0, drawn.say("+ better   {} worse   ~ no clear change", drawn.ascii ? "x" : "×"), drawn.width,
                     style::dim);
    }
    for (const std::string& note : p.notes) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
    const bool partial = std::any_of(p.periods.begin(), p.periods.end(),
                                     [](const std::string& period) { return period.ends_with('*'); });
    if (partial) {
        to.paragraph(0, drawn.say("* the period is not complete, so no change is told from it"), drawn.width,
                     style::dim);
    }
    append_left_out(to, p, table, drawn);
}

}  // namespace

std::string write_pivots(const report& of, const groups_shown& shown, bool keep_missing, const look& drawn) {
    lines to(drawn.colour);
    for (const pivot& p : pivots_of(of, shown, keep_missing, {of.rows.currency, drawn.ascii, drawn.say})) {
        if (!to.text().empty()) {
            to.end_line();
        }
        append_pivot(to, p, of.options.level, drawn);
    }
    return to.text();
}

}  // namespace cxm
