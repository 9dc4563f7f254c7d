#include "page/report_page.hpp"

#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/report_parts.hpp"
#include "page/words.hpp"
#include "write/arrange.hpp"
#include "write/footnotes.hpp"

namespace cxm {

namespace {

page_head head_of(const shown_report& shown, const std::vector<page_group>& groups, const notation& in) {
    const page_group& first = groups.front();
    const std::vector<std::string>& periods = first.block.periods;
    page_head head;
    head.title = std::string(say(page_word::title_report)) + (periods.back().empty() ? "" : ", " + periods.back());
    if (const std::string targets = target_summary(targets_of(first, in).targets); !targets.empty()) {
        head.sentences.push_back(targets + ".");
    }
    std::string facts;
    if (periods.size() > 1) {
        facts = say(page_word::periods_of, periods.size(), periods.front(), periods.back()) + " ";
    }
    if (const auto parts = parts_of(groups); parts.size() > 1) {
        facts += say(page_word::groups_of, parts.size()) + " ";
    }
    head.facts.push_back(facts + say(page_word::level_of, people_level(shown.of.options.level)));
    if (!shown.as_of.empty()) {
        head.facts.push_back(say(page_word::as_of, shown.as_of));
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
            texts.push_back(group.empty() ? note : group + ": " + note);
        }
        for (const table_part& part : groups[i].block.parts) {
            for (const table_row& row : part.rows) {
                if (!row.has_number()) {
                    texts.push_back((group.empty() ? "" : group + ": ") + std::string(row.of->key) + ": " + row.remark);
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
std::string segments_heading(const records& rows) {
    const std::string heading(say(page_word::segments));
    return rows.labels.size() == 1 ? heading + ": " + rows.labels.front().name : heading;
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
    const notation in{shown.of.rows.currency};
    const std::vector<page_group> groups = groups_of(shown, in);
    const auto heading = [](page_word word) { return std::string(say(word)); };
    return framed(head_of(shown, groups, in),
                  {{"overview", heading(page_word::overview), cards_section(groups.front(), in)},
                   {"trends", heading(page_word::trends), trends_section(shown, groups.front(), in)},
                   {"segments", segments_heading(shown.of.rows), segments_section(groups, in)},
                   {"values", heading(page_word::every_value), values_section(groups, in)},
                   {"quality", heading(page_word::quality), quality_section(shown.from, lacks_of(shown, groups, in))},
                   {"method", heading(page_word::method), definitions_section(defined_in(groups), in)}},
                  shown.from);
}

}  // namespace cxm
