#include <fmt/format.h>

#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/trend_chart.hpp"
#include "page/words.hpp"

namespace cxm {

namespace {

std::string_view word_of_standing(const gap_line& line) {
    return line.standing == "meets"       ? say(page_word::meets)
           : line.standing == "misses"    ? say(page_word::misses)
           : line.standing == "undecided" ? say(page_word::undecided)
                                          : line.standing;
}

void write_target(markup& to, const gap_line& line) {
    to.open("p").text(say(page_word::target)).text(" ").text(line.wanted).text(": ");
    to.leaf("span", word_of_standing(line),
            {{"class", line.side < 0   ? "worse"
                       : line.side > 0 ? "better"
                                       : "verdict"}});
    to.close("p");
}

void write_limits_of(markup& to, const table_row& row, const notation& in) {
    const result& last = *row.results.back();
    to.open("p", {{"class", "quiet"}});
    if (!row.low.empty()) {
        to.text(say(page_word::interval_of, row.low, with_unit(row.high, row.of->shown, in)));
    } else if (last.comes_to.ok()) {
        to.text(say(page_word::without_interval));
    }
    to.close("p");
}

void write_card(markup& to, const page_group& group, const table_row& row, const target_lines& targets,
                const notation& in) {
    const result& last = *row.results.back();
    const std::string id = definition_id(*row.of);
    to.open("article", {{"class", "card"}}).open("h3");
    write_link(to, title_of(*row.of), id);
    to.close("h3").open("p", {{"class", "value"}}).open("a", {{"href", "#" + id}});
    write_number(to, last_value(row), last.comes_to.ok() ? last.comes_to.value : not_given);
    to.close("a").close("p");
    write_limits_of(to, row, in);
    write_change(to, group, row);
    if (const gap_line* const target = targets.of(*row.of, group)) {
        write_target(to, *target);
    }
    if (row.course.size() > 2) {
        to.own(
            spark(row.course,
                  say(page_word::spark_of, title_of(*row.of), group.block.periods.front(), group.block.periods.back()),
                  180, 36));
    }
    to.close("article").own("\n");
}

}  // namespace

std::string cards_section(const page_group& group, const notation& in) {
    const target_lines targets = targets_of(group, in);
    markup to;
    to.open("div", {{"class", "cards"}}).own("\n");
    for (const table_part& part : group.block.parts) {
        for (const table_row& row : part.rows) {
            if (row.has_number()) {
                write_card(to, group, row, targets, in);
            }
        }
    }
    return to.close("div").own("\n").written();
}

}  // namespace cxm
