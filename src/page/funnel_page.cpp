#include "page/funnel_page.hpp"

#include <algorithm>

#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/svg/drawing.hpp"
#include "page/svg/labels.hpp"
#include "write/funnel/words.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

/// A bar a step, as long as the share of the first step that it reached, with the limits of that share.
drawing funnel_bars(const shown_funnel& shown, const funnel_group& group, double width) {
    constexpr double step = 34;
    const std::vector<funnel_step>& steps = group.steps.steps;
    double left = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        left = std::max(left, text_width(step_title(shown, i), drawing::text_size));
    }
    left = std::min(left, width * 0.3) + 10;
    drawing to(width, 6 + step * static_cast<double>(steps.size()));
    constexpr double room_for_text = 120;
    const double longest = width - left - room_for_text;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double y = 4 + step * static_cast<double>(i);
        const double share = steps[i].from_first.value_or(0);
        to.text({left - 8, y + 18}, fitting_text(step_title(shown, i), left - 8, drawing::text_size), anchor::end,
                ink::text);
        to.box({left, y + 4}, longest, 20, ink::band);
        to.box({left, y + 4}, std::max(1.0, longest * share), 20, ink::better);
        double end = longest * share;
        if (i > 0 && steps[i].first_limits) {
            end = longest * steps[i].first_limits->high;
            to.line({left + longest * steps[i].first_limits->low, y + 14}, {left + end, y + 14}, {ink::text, 1.4});
        }
        const std::string count = people_count(static_cast<double>(steps[i].reached), shown.drawn.say);
        to.text({left + longest + 8, y + 18},
                i == 0 || !steps[i].from_first ? count
                                               : count + " (" + share_text(*steps[i].from_first, shown.drawn.say) + ")",
                anchor::start, ink::text, i + 1 == steps.size());
    }
    return to;
}

html_table table_of_funnel(const shown_funnel& shown, const funnel_group& group) {
    html_table table;
    table.caption = title_of(shown, group);
    const std::string limits = shown.drawn.say("{} interval", people_level(shown.of.asked.level, shown.drawn.say));
    table.columns = {words_column(shown.drawn.say("step")),        numbers_column(shown.drawn.say("people")),
                     numbers_column(shown.drawn.say("of first")),  {limits},
                     numbers_column(shown.drawn.say("of before")), {limits},
                     numbers_column(shown.drawn.say("lost")),      numbers_column(shown.drawn.say("median wait"))};
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        const funnel_step& step = group.steps.steps[i];
        const auto count = [&](std::uint64_t n) {
            return html_cell{people_count(static_cast<double>(n), shown.drawn.say), static_cast<double>(n)};
        };
        const auto share = [&](const std::optional<double>& of) {
            return of ? html_cell{share_text(*of, shown.drawn.say), *of} : html_cell{};
        };
        table.rows.push_back({{step_title(shown, i)},
                              count(step.reached),
                              share(step.from_first),
                              {limits_text(step.first_limits, shown.drawn.say)},
                              share(step.from_previous),
                              {limits_text(step.previous_limits, shown.drawn.say)},
                              i == 0 ? html_cell{} : count(step.dropped),
                              {wait_text(step.median_wait, shown.drawn.say)}});
    }
    return table;
}

void write_funnel_group(markup& to, const shown_funnel& shown, const funnel_group& group, bool alone) {
    const std::string title = title_of(shown, group);
    to.open("article", {{"class", "chart"}}).leaf("h3", title).own("\n").open("figure");
    const std::string words = shown.drawn.say("{}: people at each of {} steps; the numbers are in the table", title,
                                              group.steps.steps.size());
    if (alone) {
        to.own(funnel_bars(shown, group, 720).figure(words, "wide paired"));
        to.open("div", {{"class", "narrow"}, {"hidden", ""}})
            .own(funnel_bars(shown, group, 340).figure(words))
            .close("div");
    } else {
        to.own(funnel_bars(shown, group, 360).figure(words));
    }
    to.close("figure").own("\n");
    write_list(to, remarks_on(shown, group));
    markup table;
    write_table(table, table_of_funnel(shown, group));
    if (alone) {
        to.own(table.written());
    } else {
        write_details(to, shown.drawn.say("Values of {}", title), table.written());
    }
    to.close("article").own("\n");
}

std::string method_of_funnel(double level, const wording& say) {
    markup to;
    return to
        .leaf(
            "p",
            say("People are followed from their first step on; who took a step is counted once. Shares have Wilson's interval at {}, changes between funnels that of Miettinen and Nurminen.",
                people_level(level, say)))
        .written();
}

}  // namespace

std::string funnel_page(const shown_funnel& shown, const receipt& from) {
    page_head head;
    head.say = shown.drawn.say;
    head.title = shown.drawn.say("Funnel");
    head.facts = {funnel_headline(shown)};
    markup everyone;
    write_funnel_group(everyone, shown, shown.of.everyone, true);
    everyone.leaf(
        "p",
        shown.drawn.say(
            "A bar is as long as the share of the first step that came so far; the line at its end is the interval of that share."),
        {{"class", "quiet"}});
    markup groups;
    if (!shown.by.empty() && !shown.of.groups.empty()) {
        groups.open("div", {{"class", "charts"}}).own("\n");
        for (const funnel_group& group : shown.of.groups) {
            write_funnel_group(groups, shown, group, false);
        }
        groups.close("div").own("\n");
    }
    return framed(
        head,
        {{"funnel", std::string(shown.drawn.say("Funnel")), everyone.written()},
         {"segments", std::string(shown.drawn.say("Segments")), groups.written()},
         {"quality", std::string(shown.drawn.say("Data quality")), quality_section(from, {}, shown.drawn.say)},
         {"method", std::string(shown.drawn.say("Method and definitions")),
          method_of_funnel(shown.of.asked.level, shown.drawn.say)}},
        from);
}

std::string funnel_change_page(const shown_funnel_change& shown, const receipt& from) {
    const wording& say = shown.after.in.drawn.say;
    page_head head;
    head.say = say;
    head.title = say("Funnel");
    head.facts = {title_of_side(say("before"), shown.before), title_of_side(say("after"), shown.after)};
    html_table table;
    const std::string limits = say("{} interval", people_level(shown.of.limits.level, say));
    table.columns = {words_column(say("step")),
                     numbers_column(say("before")),
                     numbers_column(say("after")),
                     numbers_column(say("change")),
                     {limits},
                     numbers_column(say("effect")),
                     {limits}};
    table.last_is_sum = true;
    const auto add = [&](const std::string& title, const std::vector<std::string>& texts) {
        std::vector<html_cell> row = {{title}};
        for (const std::string& text : texts) {
            row.push_back({text});
        }
        table.rows.push_back(std::move(row));
    };
    for (std::size_t i = 0; i < shown.of.steps.size(); ++i) {
        add(step_title(shown.after.in, i + 1), cells_of_step(shown.of.steps[i], say));
    }
    add(std::string(say("all steps")), cells_of_whole(shown.of, say));
    markup changes;
    write_table(changes, table);
    write_list(changes, remarks_on_change(shown));
    markup sides;
    sides.open("div", {{"class", "charts"}}).own("\n");
    for (const auto& [role, side] : {std::pair{say("before"), &shown.before}, {say("after"), &shown.after}}) {
        sides.open("article", {{"class", "chart"}}).leaf("h3", title_of_side(role, *side)).own("\n").open("figure");
        sides.own(funnel_bars(side->in, side->people, 360)
                      .figure(say("{}: people at each of {} steps; the numbers are in the table", side->name,
                                  side->people.steps.steps.size())));
        sides.close("figure").own("\n");
        markup values;
        write_table(values, table_of_funnel(side->in, side->people));
        write_details(sides, say("Values of {}", role), values.written());
        sides.close("article").own("\n");
    }
    sides.close("div").own("\n");
    return framed(
        head,
        {{"changes", std::string(say("Changes")), changes.written()},
         {"funnel", std::string(say("Funnel")), sides.written()},
         {"quality", std::string(say("Data quality")), quality_section(from, {}, say)},
         {"method", std::string(say("Method and definitions")), method_of_funnel(shown.of.limits.level, say)}},
        from);
}

}  // namespace cxm
