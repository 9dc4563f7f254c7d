#include <algorithm>
#include <cmath>

#include "text/shown.hpp"
#include "write/funnel/formats.hpp"
#include "write/funnel/words.hpp"
#include "write/grid.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

constexpr double widest_bar = 10;

/// A bar in eighths of a character; some of it for any share above 0.
std::string funnel_bar(double share, bool ascii) {
    constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (ascii) {
        return std::string(static_cast<std::size_t>(std::ceil(share * widest_bar)), '#');
    }
    const auto parts = static_cast<std::size_t>(std::ceil(share * widest_bar * 8));
    std::string bar;
    for (std::size_t i = 0; i < parts / 8; ++i) {
        bar += "█";
    }
    return bar.append(eighths[parts % 8]);
}

grid grid_of(const shown_funnel& shown, const funnel_group& group) {
    const wording& say = shown.drawn.say;
    const std::string limits = say("{} interval", people_level(shown.of.asked.level, say));
    grid columns({{.title = std::string(say("step")), .to_the_right = false},
                  {.title = std::string(say("people"))},
                  {.title = "", .to_the_right = false, .expendable = 1},
                  {.title = std::string(say("of first"))},
                  {.title = limits, .expendable = 5, .called = say("{} of the share of the first step", limits)},
                  {.title = std::string(say("of before"))},
                  {.title = limits, .expendable = 2, .called = say("{} of the share of the step before", limits)},
                  {.title = std::string(say("lost")), .expendable = 4},
                  {.title = std::string(say("median wait")), .expendable = 3}},
                 2);
    const std::optional<std::size_t> worst = group.worst_step();
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        const funnel_step& step = group.steps.steps[i];
        const style looks = worst == i ? style::bad : style::plain;
        columns.add({{step_title(shown, i)},
                     {people_count(static_cast<double>(step.reached), say)},
                     {funnel_bar(step.from_first.value_or(0), shown.drawn.ascii)},
                     {step.from_first ? share_text(*step.from_first, say) : "-"},
                     {limits_text(step.first_limits, say)},
                     {step.from_previous ? share_text(*step.from_previous, say)
                      : i == 0           ? ""
                                         : "-",
                      looks},
                     {limits_text(step.previous_limits, say)},
                     {i == 0 ? "" : people_count(static_cast<double>(step.dropped), say), looks},
                     {wait_text(step.median_wait, say)}});
    }
    columns.fit(shown.drawn.width);
    return columns;
}

void draw(const shown_funnel& shown, const funnel_group& group, lines& to) {
    to.end_line();
    if (!shown.by.empty()) {
        to.left(0, title_of(shown, group), style::bold);
        to.end_line();
    }
    const grid columns = grid_of(shown, group);
    columns.draw_titles(to, shown.drawn.ascii);
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        columns.draw_row(to, i, shown.drawn.ascii);
    }
    for (const std::string& remark : remarks_on(shown, group)) {
        to.paragraph(2, remark, shown.drawn.width);
    }
    const std::vector<std::string> left_out = columns.left_out();
    if (&group == &shown.of.everyone && !left_out.empty()) {
        to.paragraph(2, left_out_note(left_out, shown.drawn), shown.drawn.width, style::dim);
    }
}

}  // namespace

std::string table_funnel(const shown_funnel& shown) {
    lines to(shown.drawn.colour);
    to.paragraph(0, funnel_headline(shown), shown.drawn.width);
    if (!shown.by.empty()) {
        for (const funnel_group& group : shown.of.groups) {
            draw(shown, group, to);
        }
    }
    draw(shown, shown.of.everyone, to);
    return to.text();
}

}  // namespace cxm
