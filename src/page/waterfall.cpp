#include <algorithm>
#include <cmath>

#include "page/axis.hpp"
#include "page/compare_page.hpp"
#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/svg/labels.hpp"
#include "text/shown.hpp"
#include "write/change.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

/// A bar of a waterfall: from a value by an effect; of a whole, no effect.
struct fall_step {
    std::string name;
    double from;
    double by = not_given;
};

std::vector<fall_step> steps_of(const explained_change& e, const comparison_options& options, const wording& say) {
    std::vector<fall_step> steps = {{side_name(options.before_name, say), e.parts.before}};
    double at = e.parts.before;
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        steps.push_back({say("{}: rate", shown(e.segments[i])), at, e.parts.segments[i].rate});
        at += e.parts.segments[i].rate;
    }
    steps.push_back({std::string(say("mix")), at, e.parts.mix});
    steps.push_back({side_name(options.after_name, say), e.parts.after});
    return steps;
}

ink ink_of_effect(const metric& m, double by) {
    return by == 0 ? ink::usual : (by > 0) == (m.better == good::higher) ? ink::better : ink::worse;
}

drawing fall_of(const explained_change& e, const comparison_options& options, double width, const notation& in) {
    const std::vector<fall_step> steps = steps_of(e, options, in.say);
    constexpr double step = 24;
    extent values = extent::none();
    double left = 0;
    double right = 0;
    std::vector<std::string> texts;
    for (const fall_step& each : steps) {
        values.take(each.from);
        values.take(is_missing(each.by) ? each.from : each.from + each.by);
        left = std::max(left, text_width(each.name, drawing::text_size * 1.06));
        texts.push_back(is_missing(each.by) ? people_value(*e.of, each.from, in) : change_amount(*e.of, each.by, in));
        right = std::max(right, text_width(texts.back(), drawing::text_size * 1.06));
    }
    values = padded(values);
    const plot_area at{std::min(left, width * 0.36) + 10, 4, width - right - 14,
                       4 + step * static_cast<double>(steps.size())};
    drawing to(width, at.bottom + 20);
    draw_value_axis_below(to, at, e.of->shown, values, in);
    const linear_scale x(values, at.left, at.right);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const fall_step& each = steps[i];
        const bool whole = is_missing(each.by);
        const double y = at.top + step * (static_cast<double>(i) + 0.5);
        to.text({at.left - 8, y + 4}, fitting_text(each.name, at.left - 8, drawing::text_size * 1.06), anchor::end,
                ink::text, whole);
        const double from = x.at(each.from);
        const double until = whole ? from : x.at(each.from + each.by);
        if (whole) {
            to.sign({from, y}, mark::dot, ink::text, 4.5);
        } else {
            to.box({std::min(from, until), y - 7}, std::max(1.0, std::fabs(until - from)), 14,
                   ink_of_effect(*e.of, each.by));
        }
        if (i + 1 < steps.size()) {
            to.line({until, y}, {until, y + step}, {ink::muted, 0.8});
        }
        to.text({std::max(from, until) + 7, y + 4}, texts[i], anchor::start, ink::text, whole);
    }
    return to;
}

html_table table_of_split(const shown_comparison& shown, const explained_change& e, const notation& in) {
    html_table table;
    table.caption = in.say("Values of {}", title_of(*e.of, in.say));
    table.last_is_sum = true;
    table.columns = {{shown.why.label, false},
                     numbers_column(side_name(shown.options.before_name, in.say)),
                     numbers_column(side_name(shown.options.after_name, in.say)),
                     numbers_column(in.say("share of all")),
                     numbers_column(in.say("rates")),
                     numbers_column(in.say("mix"))};
    const std::vector<split_line> rows = split_lines(e, in);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool segment = i < e.parts.segments.size() && rows.size() == e.parts.segments.size() + 1;
        const auto number = [&](double value) { return segment ? value : not_given; };
        const segment_effect& part = segment ? e.parts.segments[i] : e.parts.segments.front();
        table.rows.push_back({{rows[i].segment},
                              {rows[i].before, number(part.before)},
                              {rows[i].after, number(part.after)},
                              {rows[i].weights},
                              {rows[i].rate, number(part.rate)},
                              {rows[i].mix, number(part.mix)}});
    }
    return table;
}

}  // namespace

std::string waterfall_section(const shown_comparison& shown, const notation& in) {
    markup to;
    if (!shown.why.splits.empty()) {
        to.leaf(
              "p",
              in.say(
                  "From the value before to the one after: what each segment's own rate did, and what their mix did; the bars add up to the change. Blue is for the better, orange for the worse. The axis need not begin at 0."),
              {{"class", "quiet"}})
            .own("\n");
        to.open("div", {{"class", "single"}}).own("\n");
    }
    for (const explained_change& e : shown.why.splits) {
        to.open("article", {{"class", "chart"}}).open("h3");
        write_link(to, split_title(e, shown.of, in), definition_id(*e.of));
        to.close("h3").own("\n").open("figure");
        const std::string words = in.say(
            "{}: how {} segments and their mix lead from the value before to the one after; the numbers are in the table below",
            title_of(*e.of, in.say), e.segments.size());
        to.own(fall_of(e, shown.options, 680, in).figure(words, "wide paired"));
        to.open("div", {{"class", "narrow"}, {"hidden", ""}});
        to.own(fall_of(e, shown.options, 340, in).figure(words)).close("div");
        to.close("figure").own("\n");
        write_table(to, table_of_split(shown, e, in));
        for (const split_remark& remark : split_remarks(e, shown.why.label, shown.options, in)) {
            to.leaf("p", remark.text).own("\n");
        }
        to.close("article").own("\n");
    }
    if (!shown.why.splits.empty()) {
        to.close("div").own("\n");
        to.leaf("p", split_legend(shown.why.label, in.say), {{"class", "quiet"}}).own("\n");
    }
    if (const std::string note = unsplit_note(shown.why, shown.of, in.say); !note.empty()) {
        to.leaf("p", note, {{"class", "quiet"}}).own("\n");
    }
    return to.written();
}

}  // namespace cxm
