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
    const wording& say = shown.drawn.say;
    const std::string limits = say("{} interval", people_level(shown.of.asked.level, say));
    out += "\n";
    markdown_table to(out);
    for (const std::string_view title : {"step", "people", "of first"}) {
        to.own(say(title));
    }
    to.own(limits);
    to.own(say("of before"));
    to.own(limits);
    to.own(say("lost"));
    to.own(say("median wait"));
    to.end_row();
    out += "|:--|--:|--:|--:|--:|--:|--:|--:|\n";
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        const funnel_step& step = group.steps.steps[i];
        to.text(step_title(shown, i));
        to.own(people_count(static_cast<double>(step.reached), say));
        to.own(step.from_first ? share_text(*step.from_first, say) : "-");
        to.own(limits_text(step.first_limits, say));
        to.own(step.from_previous ? share_text(*step.from_previous, say) : i == 0 ? "" : "-");
        to.own(limits_text(step.previous_limits, say));
        to.own(i == 0 ? "" : people_count(static_cast<double>(step.dropped), say));
        to.own(wait_text(step.median_wait, say));
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
