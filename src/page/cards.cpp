#include <fmt/format.h>

#include "page/definitions.hpp"
#include "page/html_table.hpp"
#include "page/report_parts.hpp"
#include "page/spark.hpp"

namespace cxm {

namespace {

std::string_view word_of_standing(const gap_line& line, const wording& say) {
    return line.standing == "meets"       ? say("met")
           : line.standing == "misses"    ? say("missed")
           : line.standing == "undecided" ? say("undecided")
                                          : line.standing;
}

void write_target(markup& to, const gap_line& line, const wording& say) {
    to.open("p").text(say("target")).text(" ").text(line.wanted).text(say(": "));
    to.leaf("span", word_of_standing(line, say),
            {{"class", line.side < 0   ? "worse"
                       : line.side > 0 ? "better"
                                       : "verdict"}});
    to.close("p");
}

void write_limits_of(markup& to, const table_row& row, const notation& in) {
    const result& last = *row.results.back();
    to.open("p", {{"class", "quiet"}});
    if (!row.low.empty()) {
        to.text(in.say("{} to {}", row.low, with_unit(row.high, row.of->shown, in)));
    } else if (last.comes_to.ok()) {
        to.text(in.say("no interval"));
    }
    to.close("p");
}

void write_card(markup& to, const page_group& group, const table_row& row, const target_lines& targets,
                const notation& in) {
    const result& last = *row.results.back();
    const std::string id = definition_id(*row.of);
    to.open("article", {{"class", "card"}}).open("h3");
    write_link(to, title_of(*row.of, in.say), id);
    to.close("h3").open("p", {{"class", "value"}}).open("a", {{"href", "#" + id}});
    write_number(to, last_value(row, in.say), last.comes_to.ok() ? last.comes_to.value : not_given);
    to.close("a").close("p");
    write_limits_of(to, row, in);
    write_change(to, group, row, in.say);
    if (const gap_line* const target = targets.of(*row.of, group)) {
        write_target(to, *target, in.say);
    }
    if (row.course.size() > 2) {
        to.own(spark(row.course,
                     in.say("{} from {} to {}", title_of(*row.of, in.say), group.block.periods.front(),
                            group.block.periods.back()),
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
