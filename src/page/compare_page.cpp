#include "page/compare_page.hpp"

#include <algorithm>

#include "page/axis.hpp"
#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/svg/labels.hpp"
#include "records/group_title.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

std::string group_of(const compared& c, const comparison& of) { return group_title(of.before.rows, c.row_before); }

/// Both values with their intervals, one above the other.
drawing two_dots(const compared& c, const comparison_options& options, const notation& in) {
    constexpr double width = 360;
    constexpr double step = 22;
    const std::pair<const result*, std::string> sides[] = {{&c.before, side_name(options.before_name, in.say)},
                                                           {&c.after, side_name(options.after_name, in.say)}};
    extent values = extent::none();
    double left = 0;
    for (const auto& [side, side_name] : sides) {
        left = std::max(left, text_width(side_name, drawing::text_size));
        if (side->comes_to.ok()) {
            values.take(side->comes_to.value);
            if (side->limits) {
                values.take(side->limits->low);
                values.take(side->limits->high);
            }
        }
    }
    values = padded(values.any() ? values : extent{0, 1});
    const plot_area at{std::min(left, width * 0.36) + 10, 2, width - 14, 2 + 2 * step};
    drawing to(width, at.bottom + 20);
    draw_value_axis_below(to, at, c.before.of->shown, values, in);
    const linear_scale x(values, at.left, at.right);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& [side, side_name] = sides[i];
        const double y = at.top + step * (static_cast<double>(i) + 0.5);
        to.text({at.left - 8, y + 4}, fitting_text(side_name, at.left - 8, drawing::text_size), anchor::end, ink::text);
        if (!side->comes_to.ok()) {
            to.text({at.left + 4, y + 4}, "–");
            continue;
        }
        const ink of = i == 0                           ? ink::usual
                       : c.change.is == verdict::better ? ink::better
                       : c.change.is == verdict::worse  ? ink::worse
                                                        : ink::text;
        if (side->limits) {
            to.line({x.at(side->limits->low), y}, {x.at(side->limits->high), y}, {of, 2});
        }
        to.sign({x.at(side->comes_to.value), y}, i == 0 ? mark::hollow : mark::dot, of, 3.8);
    }
    return to;
}

/// What asks for a look first: the worse, then the better, then the rest, each in the order of the metrics.
std::vector<const compared*> by_severity(const std::vector<compared>& changes) {
    std::vector<const compared*> ordered;
    for (const compared& c : changes) {
        ordered.push_back(&c);
    }
    const auto rank = [](const compared* c) {
        return c->change.is == verdict::worse ? 0 : c->change.is == verdict::better ? 1 : 2;
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const compared* a, const compared* b) { return rank(a) < rank(b); });
    return ordered;
}

html_table table_of_changes(const shown_comparison& shown, const notation& in) {
    html_table table;
    const bool grouped = !shown.of.before.rows.labels.empty();
    table.columns.push_back(words_column(in.say("metric")));
    if (grouped) {
        table.columns.push_back(words_column(in.say("segment")));
    }
    table.columns.push_back(numbers_column(side_name(shown.options.before_name, in.say)));
    table.columns.push_back(numbers_column(side_name(shown.options.after_name, in.say)));
    table.columns.push_back(numbers_column(in.say("change")));
    table.columns.push_back({in.say("{} interval", people_level(shown.of.options.level, in.say))});
    table.columns.push_back({"p"});
    table.columns.push_back(words_column(in.say("verdict")));
    for (const compared* const each : by_severity(shown.of.changes)) {
        const compared& c = *each;
        const change_text text = text_of(c, in);
        markup is;
        write_verdict(is, c.change.is, in.say);
        std::vector<html_cell> row = {
            {.text = std::string(title_of(*c.before.of, in.say)), .link = definition_id(*c.before.of)}};
        if (grouped) {
            row.push_back({group_of(c, shown.of)});
        }
        row.push_back({text.before, c.before.comes_to.ok() ? c.before.comes_to.value : not_given});
        row.push_back({text.after, c.after.comes_to.ok() ? c.after.comes_to.value : not_given});
        row.push_back({text.change, c.change.change.value_or(not_given)});
        row.push_back({text.range});
        row.push_back({text.p});
        row.push_back({.looks = "k", .drawn = is.written()});
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string changes_section(const shown_comparison& shown, const notation& in) {
    markup to;
    write_table(to, table_of_changes(shown, in));
    write_list(to, notes_of(shown.of, shown.options), "quiet");
    to.leaf(
          "p",
          in.say(
              "○ before, ● after, each with its interval; each metric has a scale of its own, which need not begin at 0."),
          {{"class", "quiet"}})
        .own("\n");
    to.open("div", {{"class", "charts"}}).own("\n");
    for (const compared* const each : by_severity(shown.of.changes)) {
        const compared& c = *each;
        if (!c.before.comes_to.ok() && !c.after.comes_to.ok()) {
            continue;
        }
        const change_text text = text_of(c, in);
        const std::string group = group_of(c, shown.of);
        to.open("article", {{"class", "chart"}}).open("h3");
        write_link(to, title_of(*c.before.of, in.say), definition_id(*c.before.of));
        to.text(group.empty() ? "" : ", " + group).close("h3").own("\n").open("p");
        write_verdict(to, c.change.is, in.say);
        to.text((c.change.is == verdict::none || text.change.empty() ? "" : ", ") + text.change).close("p");
        to.open("figure");
        to.own(two_dots(c, shown.options, in)
                   .figure(in.say("{}: {} before, {} after", title_of(*c.before.of, in.say), text.before, text.after)));
        to.close("figure").close("article").own("\n");
    }
    return to.close("div").own("\n").written();
}

std::string strata_section(const shown_comparison& shown, const wording& say) {
    const comparison& of = shown.of;
    if (of.within.label.empty()) {
        return {};
    }
    html_table table;
    table.caption = stratified_title(of.within, say);
    table.columns = {words_column(say("metric")),
                     numbers_column(say("ratio")),
                     {say("{} interval", people_level(of.options.level, say))},
                     {"p"},
                     words_column(say("verdict"))};
    for (const stratified_line& line : stratified_lines(of.within, {{}, false, say})) {
        markup is;
        write_verdict(is, line.is, say);
        table.rows.push_back(
            {{std::string(line.key)}, {line.ratio}, {line.range}, {line.p}, {.looks = "k", .drawn = is.written()}});
    }
    markup to;
    if (!table.rows.empty()) {
        write_table(to, table);
    }
    write_list(to, stratified_remarks(of.within, of, say), "quiet");
    return to.written();
}

std::string worth_section(const shown_comparison& shown, const notation& in) {
    if (!any_priced(shown.of)) {
        return {};
    }
    html_table table;
    table.columns = {words_column(in.say("metric")),
                     numbers_column(in.say("worth")),
                     {in.say("{} interval", people_level(shown.of.options.level, in.say))},
                     words_column(in.say("of"))};
    for (const worth_line& line : worth_lines(shown.of, in)) {
        table.rows.push_back({{line.key}, {line.worth}, {line.range}, {line.of}});
    }
    markup to;
    write_table(to, table);
    write_list(to, worth_remarks(shown.of, in.say), "quiet");
    return to.written();
}

std::vector<defined_metric> metrics_of_changes(const comparison& of) {
    std::vector<defined_metric> metrics;
    for (const compared& c : of.changes) {
        if (std::none_of(metrics.begin(), metrics.end(), [&](const auto& m) { return m.of == c.before.of; })) {
            metrics.push_back({c.before.of, &of.after, c.row_after});
        }
    }
    return metrics;
}

}  // namespace

std::string compare_page(const shown_comparison& shown) {
    const notation in{shown.options.currency, false, shown.options.say};
    page_head head;
    head.say = in.say;
    head.title = in.say("What changed from {} to {}", side_name(shown.options.before_name, in.say),
                        side_name(shown.options.after_name, in.say));
    const auto count = [&](verdict is) {
        return std::count_if(shown.of.changes.begin(), shown.of.changes.end(),
                             [&](const compared& c) { return c.change.is == is; });
    };
    head.facts.push_back(in.say("{} clearly better, {} clearly worse, {} without a clear change.",
                                count(verdict::better), count(verdict::worse), count(verdict::no_clear_change)));
    head.facts.push_back(in.say("Intervals at {}.", people_level(shown.of.options.level, in.say)));
    return framed(head,
                  {{"changes", std::string(in.say("Changes")), changes_section(shown, in)},
                   {"why", std::string(in.say("Why it moved")), waterfall_section(shown, in)},
                   {"strata", std::string(in.say("Like with like")), strata_section(shown, in.say)},
                   {"worth", std::string(in.say(worth_title)), worth_section(shown, in)},
                   {"quality", std::string(in.say("Data quality")), quality_section(shown.from, {}, in.say)},
                   {"method", std::string(in.say("Method and definitions")),
                    definitions_section(metrics_of_changes(shown.of), in)}},
                  shown.from);
}

}  // namespace cxm
