#include "write/funnel/comparison.hpp"

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
std::string signed_points(double difference, const wording& say) {
    const std::string text = fixed(100 * difference, 1, say);
    return std::string(difference > 0 && !reads_as_zero(text) ? "+" : "")
        .append(text)
        .append(say.before_unit())
        .append(say("pp"));
}

std::string points_range(const std::optional<interval>& limits, const wording& say) {
    return limits ? people_span(fixed(100 * limits->low, 1, say), fixed(100 * limits->high, 1, say), say)
                  : std::string();
}

std::string share_or_dash(const std::optional<double>& share, const wording& say) {
    return share ? share_text(*share, say) : "-";
}

}  // namespace

std::vector<std::string> cells_of_step(const step_change& step, const wording& say) {
    return {share_or_dash(step.before, say),
            share_or_dash(step.after, say),
            step.before && step.after ? signed_points(*step.after - *step.before, say) : "-",
            points_range(step.limits, say),
            signed_points(step.effect, say),
            points_range(step.effect_limits, say)};
}

std::vector<std::string> cells_of_whole(const funnel_change& of, const wording& say) {
    return {share_text(of.before, say),   share_text(of.after, say),     signed_points(of.change, say),
            points_range(of.limits, say), signed_points(of.change, say), ""};
}

std::string title_of_side(std::string_view role, const funnel_side& side) {
    const wording& say = side.in.drawn.say;
    return say("{}: {}; {} of {} took all steps", say(role), cxm::escaped(side.name),
               people_count(static_cast<double>(side.people.steps.steps.back().reached), say),
               people_count(static_cast<double>(side.people.entered()), say));
}

namespace {

/// Which step moved the whole, and how sure that is.
std::string remark_on_mover(const shown_funnel_change& shown) {
    const wording& say = shown.after.in.drawn.say;
    const auto mover = shown.of.mover();
    if (!mover) {
        return std::string(say("the whole is as it was"));
    }
    const step_change& step = shown.of.steps[*mover];
    const bool is_sure = step.effect_limits.low > 0 || step.effect_limits.high < 0;
    return say("the step that moved the whole most: {}, {} of {}{}", step_title(shown.after.in, *mover + 1),
               signed_points(step.effect, say), signed_points(shown.of.change, say),
               is_sure ? "" : say(", which may be chance: its limits hold 0"));
}

}  // namespace

std::vector<std::string> remarks_on_change(const shown_funnel_change& shown) {
    const wording& say = shown.after.in.drawn.say;
    std::vector<std::string> remarks = {
        remark_on_mover(shown),
        std::string(say("effects: what each step's change did to the whole; they add up to its change"))};
    for (const funnel_side* const side : {&shown.before, &shown.after}) {
        if (side->people.steps.late_entries != 0) {
            remarks.push_back(say("{}: {}", cxm::escaped(side->name), remark_on_late(side->in, side->people)));
        }
    }
    return remarks;
}

std::string table_funnel_change(const shown_funnel_change& shown) {
    const look& drawn = shown.after.in.drawn;
    lines to(drawn.colour);
    to.paragraph(0, title_of_side("before", shown.before), drawn.width);
    to.paragraph(0, title_of_side("after", shown.after), drawn.width);
    to.end_line();
    const wording& say = drawn.say;
    const std::string limits = say("{} interval", people_level(shown.of.limits.level, say));
    grid columns({{.title = std::string(say("step")), .to_the_right = false},
                  {.title = std::string(say("before"))},
                  {.title = std::string(say("after"))},
                  {.title = std::string(say("change"))},
                  {.title = limits, .expendable = 2, .called = say("{} of the change", limits)},
                  {.title = std::string(say("effect"))},
                  {.title = limits, .expendable = 1, .called = say("{} of the effect", limits)}},
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
        add(step_title(shown.after.in, i + 1), cells_of_step(shown.of.steps[i], say),
            mover == i ? (shown.of.change < 0 ? style::bad : style::good) : style::plain);
    }
    add(std::string(say("all steps")), cells_of_whole(shown.of, say), style::bold);
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
    const wording& say = shown.after.in.drawn.say;
    const std::string limits = say("{} interval", people_level(shown.of.limits.level, say));
    out += "\n";
    markdown_table to(out);
    for (const std::string_view title : {"step", "before", "after", "change"}) {
        to.own(say(title));
    }
    to.own(limits);
    to.own(say("effect"));
    to.own(limits);
    to.end_row();
    out += "|:--|--:|--:|--:|--:|--:|--:|\n";
    const auto add = [&](const std::string& title, const std::vector<std::string>& cells) {
        to.text(title);
        for (const std::string& cell : cells) {
            to.own(cell);
        }
        to.end_row();
    };
    for (std::size_t i = 0; i < shown.of.steps.size(); ++i) {
        add(step_title(shown.after.in, i + 1), cells_of_step(shown.of.steps[i], say));
    }
    add(std::string(say("all steps")), cells_of_whole(shown.of, say));
    for (const std::string& remark : remarks_on_change(shown)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
    return out;
}

}  // namespace cxm
