#include "page/report_page.hpp"

#include <utility>

#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/report_parts.hpp"
#include "write/arrange.hpp"
#include "write/footnotes.hpp"

namespace cxm {

namespace {

page_head head_of(const shown_report& shown, const std::vector<page_group>& groups, const notation& in) {
    const page_group& first = groups.front();
    const std::vector<std::string>& periods = first.block.periods;
    page_head head;
    head.say = in.say;
    head.title = std::string(in.say("Customer experience")) + (periods.back().empty() ? "" : ", " + periods.back());
    if (const std::string targets = target_summary(targets_of(first, in).targets, in.say); !targets.empty()) {
        head.sentences.push_back(targets + ".");
    }
    std::string facts;
    if (periods.size() > 1) {
        facts = in.say("{} periods, {} to {}.", periods.size(), periods.front(), periods.back()) + " ";
    }
    if (const auto parts = parts_of(groups); parts.size() > 1) {
        facts += in.say("{} groups beside the whole.", parts.size()) + " ";
    }
    head.facts.push_back(facts + in.say("Intervals at {}.", people_level(shown.of.options.level, in.say)));
    if (!shown.as_of.empty()) {
        head.facts.push_back(in.say("The data are as of {}.", in.say.period(shown.as_of)));
    }
    return head;
}

std::vector<std::string> lacks_of(const shown_report& shown, const std::vector<page_group>& groups,
                                  const notation& in) {
    std::vector<table_block> blocks;
    std::size_t periods = 0;
    for (const page_group& group : groups) {
        blocks.push_back(group.block);
        periods = std::max(periods, group.block.periods.size());
    }
    const table_footnotes notes = footnotes(blocks, periods, shown.keep_missing, in);
    std::vector<std::string> texts = notes.of_all;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::string& group = groups[i].block.title;
        for (const std::string& note : notes.of_blocks[i]) {
            texts.push_back(group.empty() ? note : in.say("{}: {}", group, note));
        }
        for (const table_part& part : groups[i].block.parts) {
            for (const table_row& row : part.rows) {
                if (!row.has_number()) {
                    texts.push_back(group.empty() ? in.say("{}: {}", row.of->key, row.remark)
                                                  : in.say("{}: {}: {}", group, row.of->key, row.remark));
                }
            }
        }
    }
    for (const std::string& remark : gap_remarks(targets_of(groups.front(), in).targets)) {
        texts.push_back(remark);
    }
    return texts;
}

/// `Segments: plan`, of one label.
std::string segments_heading(const records& rows, const wording& say) {
    const std::string_view heading = say("Segments");
    return rows.labels.size() == 1 ? say("{}: {}", heading, rows.labels.front().name) : std::string(heading);
}

std::vector<defined_metric> defined_in(const std::vector<page_group>& groups) {
    std::vector<defined_metric> metrics;
    for (const metric* m : groups.front().in->metrics) {
        for (const page_group& group : groups) {
            if (group.row_of(*m) != nullptr) {
                metrics.push_back({m, group.in, group.last_row()});
                break;
            }
        }
    }
    return metrics;
}

}  // namespace

std::string report_page(const shown_report& shown) {
    const notation in{shown.of.rows.currency, false, shown.say};
    const std::vector<page_group> groups = groups_of(shown, in);
    std::vector<page_section> sections;
    const auto add = [&](std::string_view id, std::string_view heading, std::string inside) {
        sections.push_back({std::string(id), std::string(heading), std::move(inside)});
    };
    add("overview", in.say("Overview"), cards_section(groups.front(), in));
    add("trends", in.say("Trends"), trends_section(shown, groups.front(), in));
    add("segments", segments_heading(shown.of.rows, in.say), segments_section(groups, in));
    add("courses", in.say("Segments over time"), small_multiples(shown, groups, in));
    add("values", in.say("Every value"), values_section(groups, in));
    add("quality", in.say("Data quality"), quality_section(shown.from, lacks_of(shown, groups, in), in.say));
    add("method", in.say("Method and definitions"), definitions_section(defined_in(groups), in));
    return framed(head_of(shown, groups, in), sections, shown.from);
}

}  // namespace cxm
