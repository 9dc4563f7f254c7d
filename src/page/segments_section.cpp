#include <algorithm>

#include "page/axis.hpp"
#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/spark.hpp"
#include "page/svg/labels.hpp"
#include "text/shown.hpp"

namespace cxm {

namespace {

struct segment_row {
    const page_group* group;
    const table_row* row;

    const result& last() const { return *row->results.back(); }
    std::string title(const wording& say) const { return name_of(*group, say); }
};

std::vector<segment_row> rows_of_metric(const std::vector<page_group>& groups, const metric& m) {
    std::vector<segment_row> rows;
    for (const page_group& group : groups) {
        if (const table_row* row = group.row_of(m); row != nullptr && row->has_number()) {
            rows.push_back({&group, row});
        }
    }
    return rows;
}

/// A dot and its interval a row; the whole, first and bold, has a line down through all.
drawing dots_of(const std::vector<segment_row>& rows, const metric& m, const notation& in) {
    constexpr double width = 360;
    constexpr double step = 21;
    extent values = extent::none();
    double left = 0;
    for (const segment_row& each : rows) {
        const result& last = each.last();
        values.take(last.comes_to.ok() ? last.comes_to.value : not_given);
        if (last.limits && last.comes_to.ok()) {
            values.take(last.limits->low);
            values.take(last.limits->high);
        }
        left = std::max(left, text_width(each.title(in.say), drawing::text_size * 1.06));
    }
    values = padded(values.any() ? values : extent{0, 1});
    const plot_area at{std::min(left, width * 0.36) + 10, 4, width - 14, 4 + step * static_cast<double>(rows.size())};
    drawing to(width, at.bottom + 20);
    draw_value_axis_below(to, at, m.shown, values, in);
    const linear_scale x(values, at.left, at.right);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const result& last = rows[i].last();
        const bool whole = rows[i].group->is_whole;
        const double y = at.top + step * (static_cast<double>(i) + 0.5);
        const std::string name = fitting_text(rows[i].title(in.say), at.left - 8, drawing::text_size * 1.06);
        to.text({at.left - 8, y + 4}, name, anchor::end, ink::text, whole);
        if (!last.comes_to.ok()) {
            to.text({at.left + 4, y + 4}, "–");
            continue;
        }
        if (whole) {
            to.line({x.at(last.comes_to.value), at.top}, {x.at(last.comes_to.value), at.bottom},
                    {ink::muted, 0.9, true});
        }
        if (last.limits) {
            to.line({x.at(last.limits->low), y}, {x.at(last.limits->high), y}, {whole ? ink::text : ink::better, 2});
        }
        to.sign({x.at(last.comes_to.value), y}, mark::dot, whole ? ink::text : ink::better, 3.6);
    }
    return to;
}

html_table table_of_segments(const std::vector<segment_row>& rows, const metric& m, const notation& in) {
    html_table table;
    table.caption = title_of(m, in.say);
    const bool courses =
        std::any_of(rows.begin(), rows.end(), [](const auto& each) { return each.row->course.size() > 2; });
    table.columns = {words_column(in.say("segment")),    numbers_column(in.say("value")),
                     numbers_column(in.say("interval")), numbers_column(in.say("n")),
                     numbers_column(in.say("change")),   words_column(in.say("verdict"))};
    if (courses) {
        table.columns.push_back(words_column(in.say("course")));
    }
    for (const segment_row& each : rows) {
        const table_row& row = *each.row;
        const result& last = each.last();
        markup moved;
        write_verdict(moved, row.moved, in.say);
        std::vector<html_cell> cells = {
            {each.title(in.say)},
            {last_value(row, in.say), last.comes_to.ok() ? last.comes_to.value : not_given},
            {row.low.empty() ? std::string() : in.say("{} to {}", row.low, with_unit(row.high, m.shown, in))},
            {row.n, last.n},
            {change_of(row, in.say)},
            {.looks = "k", .drawn = moved.written()}};
        if (courses) {
            html_cell course;
            course.drawn = spark(row.course, each.title(in.say), 96, 20);
            cells.push_back(std::move(course));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

void write_metric_of_groups(markup& to, const metric& m, const std::vector<segment_row>& rows, const notation& in) {
    const std::string_view title = title_of(m, in.say);
    to.open("article", {{"class", "chart"}}).open("h3");
    write_link(to, title, definition_id(m));
    to.close("h3").own("\n").open("figure");
    const std::string words =
        in.say("{} of {} groups, each with its interval; the values are in the table below", title, rows.size());
    to.own(dots_of(rows, m, in).figure(words)).close("figure").own("\n");
    markup table;
    write_table(table, table_of_segments(rows, m, in));
    write_details(to, in.say("Values of {}", title), table.written());
    to.close("article").own("\n");
}

}  // namespace

std::string segments_section(const std::vector<page_group>& groups, const notation& in) {
    if (parts_of(groups).size() < 2) {
        return {};
    }
    constexpr std::string_view intro = "A dot is a value, the line its interval; the first, dark, is of all together.";
    return charts_section(in.say(intro), "charts", [&](markup& to) {
        bool any = false;
        for (const metric* m : groups.front().in->metrics) {
            if (const std::vector<segment_row> rows = rows_of_metric(groups, *m); !rows.empty()) {
                write_metric_of_groups(to, *m, rows, in);
                any = true;
            }
        }
        return any;
    });
}

}  // namespace cxm
