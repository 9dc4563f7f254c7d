#include "page/funnel_page.hpp"

#include <algorithm>

#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/svg/drawing.hpp"
#include "page/svg/labels.hpp"
#include "page/words.hpp"
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
        const std::string count = people_count(static_cast<double>(steps[i].reached));
        to.text({left + longest + 8, y + 18},
                i == 0 || !steps[i].from_first ? count : count + " (" + share_text(*steps[i].from_first) + ")",
                anchor::start, ink::text, i + 1 == steps.size());
    }
    return to;
}

html_table table_of_funnel(const shown_funnel& shown, const funnel_group& group) {
    html_table table;
    table.caption = title_of(shown, group);
    const std::string limits = say(page_word::limits_at, people_level(shown.of.asked.level));
    table.columns = {{std::string(say(page_word::step)), false}, {std::string(say(page_word::people))},
                     {std::string(say(page_word::of_first))},    {limits},
                     {std::string(say(page_word::of_before))},   {limits},
                     {std::string(say(page_word::lost))},        {std::string(say(page_word::median_wait))}};
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        const funnel_step& step = group.steps.steps[i];
        const auto count = [](std::uint64_t n) {
            return html_cell{people_count(static_cast<double>(n)), static_cast<double>(n)};
        };
        const auto share = [](const std::optional<double>& of) {
            return of ? html_cell{share_text(*of), *of} : html_cell{};
        };
        table.rows.push_back({{step_title(shown, i)},
                              count(step.reached),
                              share(step.from_first),
                              {limits_text(step.first_limits)},
                              share(step.from_previous),
                              {limits_text(step.previous_limits)},
                              i == 0 ? html_cell{} : count(step.dropped),
                              {wait_text(step.median_wait)}});
    }
    return table;
}

void write_funnel_group(markup& to, const shown_funnel& shown, const funnel_group& group, bool alone) {
    const std::string title = title_of(shown, group);
    to.open("article", {{"class", "chart"}}).leaf("h3", title).own("\n").open("figure");
    const std::string words = say(page_word::funnel_of, title, group.steps.steps.size());
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
        write_details(to, say(page_word::values, title), table.written());
    }
    to.close("article").own("\n");
}

std::string method_of_funnel(double level) {
    markup to;
    return to.leaf("p", say(page_word::method_of_funnel, people_level(level))).written();
}

}  // namespace

std::string funnel_page(const shown_funnel& shown, const receipt& from) {
    page_head head;
    head.title = say(page_word::title_funnel);
    head.facts = {funnel_headline(shown)};
    markup everyone;
    write_funnel_group(everyone, shown, shown.of.everyone, true);
    everyone.leaf("p", say(page_word::legend_funnel), {{"class", "quiet"}});
    markup groups;
    if (!shown.by.empty() && !shown.of.groups.empty()) {
        groups.open("div", {{"class", "charts"}}).own("\n");
        for (const funnel_group& group : shown.of.groups) {
            write_funnel_group(groups, shown, group, false);
        }
        groups.close("div").own("\n");
    }
    return framed(head,
                  {{"funnel", std::string(say(page_word::funnel)), everyone.written()},
                   {"segments", std::string(say(page_word::segments)), groups.written()},
                   {"quality", std::string(say(page_word::quality)), quality_section(from, {})},
                   {"method", std::string(say(page_word::method)), method_of_funnel(shown.of.asked.level)}},
                  from);
}

std::string funnel_change_page(const shown_funnel_change& shown, const receipt& from) {
    page_head head;
    head.title = say(page_word::title_funnel);
    head.facts = {title_of_side(say(page_word::before), shown.before),
                  title_of_side(say(page_word::after), shown.after)};
    html_table table;
    const std::string limits = say(page_word::limits_at, people_level(shown.of.limits.level));
    table.columns = {{std::string(say(page_word::step)), false},
                     {std::string(say(page_word::before))},
                     {std::string(say(page_word::after))},
                     {std::string(say(page_word::change))},
                     {limits},
                     {std::string(say(page_word::effect))},
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
        add(step_title(shown.after.in, i + 1), cells_of_step(shown.of.steps[i], {}));
    }
    add(std::string(say(page_word::whole_way)), cells_of_whole(shown.of, {}));
    markup changes;
    write_table(changes, table);
    write_list(changes, remarks_on_change(shown));
    markup sides;
    sides.open("div", {{"class", "charts"}}).own("\n");
    for (const auto& [role, side] : {std::pair{page_word::before, &shown.before}, {page_word::after, &shown.after}}) {
        sides.open("article", {{"class", "chart"}})
            .leaf("h3", title_of_side(say(role), *side))
            .own("\n")
            .open("figure");
        sides.own(funnel_bars(side->in, side->people, 360)
                      .figure(say(page_word::funnel_of, side->name, side->people.steps.steps.size())));
        sides.close("figure").own("\n");
        markup values;
        write_table(values, table_of_funnel(side->in, side->people));
        write_details(sides, say(page_word::values, say(role)), values.written());
        sides.close("article").own("\n");
    }
    sides.close("div").own("\n");
    return framed(head,
                  {{"changes", std::string(say(page_word::changes)), changes.written()},
                   {"funnel", std::string(say(page_word::funnel)), sides.written()},
                   {"quality", std::string(say(page_word::quality)), quality_section(from, {})},
                   {"method", std::string(say(page_word::method)), method_of_funnel(shown.of.limits.level)}},
                  from);
}

}  // namespace cxm
