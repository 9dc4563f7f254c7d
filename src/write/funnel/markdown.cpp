#include "write/funnel/formats.hpp"
#include "write/funnel/words.hpp"
#include "write/markdown/text.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

void append_group(std::string& out, const shown_funnel& shown, const funnel_group& group) {
    if (!shown.by.empty()) {
        out += "\n**" + markdown_text(title_of(shown, group)) + "**\n";
    }
    const std::string limits = people_level(shown.of.asked.level) + " interval";
    out += "\n| step | people | of first | " + limits + " | of before | " + limits +
           " | lost | median wait |\n|:--|--:|--:|--:|--:|--:|--:|--:|\n";
    markdown_table to(out);
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        const funnel_step& step = group.steps.steps[i];
        to.text(step_title(shown, i));
        to.own(people_count(static_cast<double>(step.reached)));
        to.own(step.from_first ? share_text(*step.from_first) : "-");
        to.own(limits_text(step.first_limits));
        to.own(step.from_previous ? share_text(*step.from_previous) : i == 0 ? "" : "-");
        to.own(limits_text(step.previous_limits));
        to.own(i == 0 ? "" : people_count(static_cast<double>(step.dropped)));
        to.own(wait_text(step.median_wait));
        to.end_row();
    }
    for (const std::string& remark : remarks_on(shown, group)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
}

}  // namespace

std::string markdown_funnel(const shown_funnel& shown) {
    std::string out = markdown_text(funnel_headline(shown)) + "\n";
    if (!shown.by.empty()) {
        for (const funnel_group& group : shown.of.groups) {
            append_group(out, shown, group);
        }
    }
    append_group(out, shown, shown.of.everyone);
    return out;
}

}  // namespace cxm
