#include "page/compare_page.hpp"

#include <algorithm>

#include "page/axis.hpp"
#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/svg/labels.hpp"
#include "page/words.hpp"
#include "records/group_title.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

std::string group_of(const compared& c, const comparison& of) { return group_title(of.before.rows, c.row_before); }

/// Both values with their intervals, one above the other.
drawing two_dots(const compared& c, const comparison_options& options, const notation& in) {
    constexpr double width = 360;
    constexpr double step = 22;
    const std::pair<const result*, std::string> sides[] = {{&c.before, options.before_name},
                                                           {&c.after, options.after_name}};
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

html_table table_of_changes(const shown_comparison& shown, const std::vector<std::string>& ids, const notation& in) {
    html_table table;
    const bool grouped = !shown.of.before.rows.labels.empty();
    table.columns.push_back({std::string(say(page_word::metric)), false});
    if (grouped) {
        table.columns.push_back({std::string(say(page_word::segment)), false});
    }
    table.columns.push_back({shown.options.before_name});
    table.columns.push_back({shown.options.after_name});
    table.columns.push_back({std::string(say(page_word::change))});
    table.columns.push_back({say(page_word::limits_at, people_level(shown.of.options.level))});
    table.columns.push_back({"p"});
    table.columns.push_back({std::string(say(page_word::verdict)), false});
    for (std::size_t i = 0; i < shown.of.changes.size(); ++i) {
        const compared& c = shown.of.changes[i];
        const change_text text = text_of(c, in);
        markup is;
        write_verdict(is, c.change.is);
        std::vector<html_cell> row = {{.text = std::string(title_of(*c.before.of)), .link = ids[i]}};
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
    std::vector<std::string> ids;
    for (const compared& c : shown.of.changes) {
        ids.push_back(definition_id(*c.before.of));
    }
    markup to;
    write_table(to, table_of_changes(shown, ids, in));
    write_list(to, notes_of(shown.of, shown.options), "quiet");
    to.leaf("p", say(page_word::legend_changes), {{"class", "quiet"}}).own("\n");
    to.open("div", {{"class", "charts"}}).own("\n");
    for (std::size_t i = 0; i < shown.of.changes.size(); ++i) {
        const compared& c = shown.of.changes[i];
        if (!c.before.comes_to.ok() && !c.after.comes_to.ok()) {
            continue;
        }
        const change_text text = text_of(c, in);
        const std::string group = group_of(c, shown.of);
        to.open("article", {{"class", "chart"}}).open("h3");
        write_link(to, title_of(*c.before.of), ids[i]);
        to.text(group.empty() ? "" : ", " + group).close("h3").own("\n").open("p");
        write_verdict(to, c.change.is);
        to.text((c.change.is == verdict::none || text.change.empty() ? "" : ", ") + text.change).close("p");
        to.open("figure");
        to.own(two_dots(c, shown.options, in)
                   .figure(say(page_word::changes_of, title_of(*c.before.of), text.before, text.after)));
        to.close("figure").close("article").own("\n");
    }
    return to.close("div").own("\n").written();
}

std::string strata_section(const shown_comparison& shown) {
    const comparison& of = shown.of;
    if (of.within.label.empty()) {
        return {};
    }
    html_table table;
    table.caption = stratified_title(of.within, {});
    table.columns = {{std::string(say(page_word::metric)), false},
                     {std::string(say(page_word::ratio))},
                     {say(page_word::limits_at, people_level(of.options.level))},
                     {"p"},
                     {std::string(say(page_word::verdict)), false}};
    for (const stratified_line& line : stratified_lines(of.within, {})) {
        markup is;
        write_verdict(is, line.is);
        table.rows.push_back(
            {{std::string(line.key)}, {line.ratio}, {line.range}, {line.p}, {.looks = "k", .drawn = is.written()}});
    }
    markup to;
    if (!table.rows.empty()) {
        write_table(to, table);
    }
    write_list(to, stratified_remarks(of.within, of, {}), "quiet");
    return to.written();
}

std::string worth_section(const shown_comparison& shown, const notation& in) {
    if (!any_priced(shown.of)) {
        return {};
    }
    html_table table;
    table.columns = {{std::string(say(page_word::metric)), false},
                     {std::string(say(page_word::worth))},
                     {say(page_word::limits_at, people_level(shown.of.options.level))},
                     {std::string(say(page_word::worth_of)), false}};
    for (const worth_line& line : worth_lines(shown.of, in)) {
        table.rows.push_back({{line.key}, {line.worth}, {line.range}, {line.of}});
    }
    markup to;
    write_table(to, table);
    write_list(to, worth_remarks(shown.of, {}), "quiet");
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
    const notation in{shown.options.currency};
    page_head head;
    head.title = say(page_word::title_compare, shown.options.before_name, shown.options.after_name);
    const auto count = [&](verdict is) {
        return std::count_if(shown.of.changes.begin(), shown.of.changes.end(),
                             [&](const compared& c) { return c.change.is == is; });
    };
    head.facts.push_back(say(page_word::changes_counted, count(verdict::better), count(verdict::worse),
                             count(verdict::no_clear_change)));
    head.facts.push_back(say(page_word::level_of, people_level(shown.of.options.level)));
    const auto heading = [](page_word word) { return std::string(say(word)); };
    return framed(head,
                  {{"changes", heading(page_word::changes), changes_section(shown, in)},
                   {"why", heading(page_word::why_moved), waterfall_section(shown, in)},
                   {"strata", heading(page_word::like_with_like), strata_section(shown)},
                   {"worth", std::string(worth_title), worth_section(shown, in)},
                   {"quality", heading(page_word::quality), quality_section(shown.from, {})},
                   {"method", heading(page_word::method), definitions_section(metrics_of_changes(shown.of), in)}},
                  shown.from);
}

}  // namespace cxm
