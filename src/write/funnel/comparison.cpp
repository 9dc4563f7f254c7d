#include "write/funnel/comparison.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "text/shown.hpp"
#include "write/funnel/words.hpp"
#include "write/grid.hpp"
#include "write/lines.hpp"
#include "write/markdown/text.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

// Two funnels, for people.
namespace cxm {

namespace {

/// `+3.1 pp` of a difference of shares.
std::string signed_points(double difference) {
    const std::string text = fixed(100 * difference, 1);
    return (difference > 0 && !reads_as_zero(text) ? "+" : "") + text + " pp";
}

std::string points_range(const std::optional<interval>& limits) {
    return limits ? fixed(100 * limits->low, 1) + " to " + fixed(100 * limits->high, 1) : std::string();
}

std::string share_or_dash(const std::optional<double>& share) { return share ? share_text(*share) : "-"; }

/// The cells of a row: before, after, change, limits, effect, limits.
std::vector<std::string> cells_of_step(const step_change& step) {
    return {share_or_dash(step.before),
            share_or_dash(step.after),
            step.before && step.after ? signed_points(*step.after - *step.before) : "-",
            points_range(step.limits),
            signed_points(step.effect),
            points_range(step.effect_limits)};
}

std::vector<std::string> cells_of_whole(const funnel_change& of) {
    return {share_text(of.before),   share_text(of.after),     signed_points(of.change),
            points_range(of.limits), signed_points(of.change), ""};
}

std::string title_of_side(std::string_view role, const funnel_side& side) {
    return fmt::format("{}: {}; {} of {} took all steps", role, cxm::escaped(side.name),
                       people_count(static_cast<double>(side.people.steps.steps.back().reached)),
                       people_count(static_cast<double>(side.people.entered())));
}

/// Which step moved the whole, and how sure that is.
std::string remark_on_mover(const shown_funnel_change& shown) {
    const auto mover = shown.of.mover();
    if (!mover) {
        return "the whole is as it was";
    }
    const step_change& step = shown.of.steps[*mover];
    const bool is_sure = step.effect_limits.low > 0 || step.effect_limits.high < 0;
    return fmt::format("the step that moved the whole most: {}, {} of {}{}", step_title(shown.after.in, *mover + 1),
                       signed_points(step.effect), signed_points(shown.of.change),
                       is_sure ? "" : ", which may be chance: its limits hold 0");
}

std::vector<std::string> remarks_on_change(const shown_funnel_change& shown) {
    std::vector<std::string> remarks = {remark_on_mover(shown),
                                        "effects: what each step's change did to the whole; they add up to its change"};
    for (const funnel_side* const side : {&shown.before, &shown.after}) {
        if (side->people.steps.late_entries != 0) {
            remarks.push_back(cxm::escaped(side->name) + ": " + remark_on_late(side->in, side->people));
        }
    }
    return remarks;
}

}  // namespace

std::string table_funnel_change(const shown_funnel_change& shown) {
    const look& drawn = shown.after.in.drawn;
    lines to(drawn.colour);
    to.paragraph(0, title_of_side("before", shown.before), drawn.width);
    to.paragraph(0, title_of_side("after", shown.after), drawn.width);
    to.end_line();
    const std::string limits = people_level(shown.of.limits.level, drawn.say) + " interval";
    grid columns({{.title = "step", .to_the_right = false},
                  {.title = "before"},
                  {.title = "after"},
                  {.title = "change"},
                  {.title = limits, .expendable = 2, .called = limits + " of the change"},
                  {.title = "effect"},
                  {.title = limits, .expendable = 1, .called = limits + " of the effect"}},
                 2);
    const auto add = [&](const std::string& title, const std::vector<std::string>& cells, style looks) {
        std::vector<grid_cell> row{{title, looks}};
        for (const std::string& cell : cells) {
            row.push_back({cell, looks});
        }
        columns.add(std::move(row));
    };
    const auto mover = shown.of.mover();
    for (std::size_t i = 0; i < shown.of.steps.size(); ++i) {
        add(step_title(shown.after.in, i + 1), cells_of_step(shown.of.steps[i]),
            mover == i ? (shown.of.change < 0 ? style::bad : style::good) : style::plain);
    }
    add("all steps", cells_of_whole(shown.of), style::bold);
    columns.fit(drawn.width);
    columns.draw_titles(to, drawn.ascii);
    for (std::size_t i = 0; i <= shown.of.steps.size(); ++i) {
        columns.draw_row(to, i, drawn.ascii);
    }
    for (const std::string& remark : remarks_on_change(shown)) {
        to.paragraph(2, remark, drawn.width);
    }
    if (const std::vector<std::string> left_out = columns.left_out(); !left_out.empty()) {
        to.paragraph(2, left_out_note(left_out, drawn), drawn.width, style::dim);
    }
    return to.text();
}

std::string markdown_funnel_change(const shown_funnel_change& shown) {
    std::string out = markdown_text(title_of_side("before", shown.before)) + "\n\n" +
                      markdown_text(title_of_side("after", shown.after)) + "\n";
    const std::string limits = people_level(shown.of.limits.level) + " interval";
    out += "\n| step | before | after | change | " + limits + " | effect | " + limits +
           " |\n|:--|--:|--:|--:|--:|--:|--:|\n";
    markdown_table to(out);
    const auto add = [&](const std::string& title, const std::vector<std::string>& cells) {
        to.text(title);
        for (const std::string& cell : cells) {
            to.own(cell);
        }
        to.end_row();
    };
    for (std::size_t i = 0; i < shown.of.steps.size(); ++i) {
        add(step_title(shown.after.in, i + 1), cells_of_step(shown.of.steps[i]));
    }
    add("all steps", cells_of_whole(shown.of));
    for (const std::string& remark : remarks_on_change(shown)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
    return out;
}

}  // namespace cxm
