#include "write/funnel/words.hpp"

#include <fmt/format.h>

#include "text/shown.hpp"
#include "values/points_in_time.hpp"
#include "write/duration.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

std::string_view order_in_words(step_order order) {
    switch (order) {
        case step_order::strict: return "one right after the other";
        case step_order::any: return "in any order";
        default: return "in order";
    }
}

std::string remark_on_worst(const shown_funnel& shown, const funnel_group& group, std::size_t worst) {
    const funnel_step& step = group.steps.steps[worst];
    return shown.drawn.say("worst step: {}, reached by {} of those before it; {} went no further",
                           step_title(shown, worst), share_text(*step.from_previous, shown.drawn.say),
                           people_in_words(step.dropped, shown.drawn.say));
}

}  // namespace

std::string remark_on_late(const shown_funnel& shown, const funnel_group& group) {
    const std::uint64_t late = group.steps.late_entries;
    const wording& say = shown.drawn.say;
    return say("{} entered less than {} before the data end, {}: {}", people_in_words(late, say),
               people_length(*shown.of.asked.rules.window, say), people_moment(*shown.of.end, say),
               say(shown.of.asked.drop_young ? "left out"
                                             : "counted, though they may still go on (--drop-young leaves them out)"));
}

std::string title_of(const shown_funnel& shown, const funnel_group& group) {
    if (&group == &shown.of.everyone) {
        return std::string(shown.drawn.say("everyone"));
    }
    return escaped(shown.by) + ": " +
           (group.label.empty() ? std::string(shown.drawn.say("(blank)")) : escaped(group.label));
}

std::string step_title(const shown_funnel& shown, std::size_t step) {
    if (shown.of.asked.rules.order != step_order::any) {
        return escaped(shown.steps[step]);
    }
    return step == 0 ? std::string(shown.drawn.say("any one")) : shown.drawn.say("{} of them", step + 1);
}

std::string funnel_headline(const shown_funnel& shown) {
    const funnel_rules& rules = shown.of.asked.rules;
    const wording& say = shown.drawn.say;
    std::string text = people_in_words(shown.of.people, say);
    if (shown.of.first) {
        text += say(", {} to {}", people_moment(*shown.of.first, say), people_moment(*shown.of.end, say));
    }
    text += say("; steps {}", say(order_in_words(rules.order)));
    if (rules.window) {
        text += say(", within {} of the first", people_length(*rules.window, say));
    }
    return text.append(rules.first_entry_only ? say(", from the first entry of each") : "");
}

std::vector<std::string> remarks_on(const shown_funnel& shown, const funnel_group& group) {
    std::vector<std::string> remarks;
    if (const auto worst = group.worst_step()) {
        remarks.push_back(remark_on_worst(shown, group, *worst));
    }
    if (group.steps.median_total && group.steps.steps.size() > 2) {
        remarks.push_back(shown.drawn.say("median from the first step to the last: {}, of the {} who got there",
                                          wait_text(group.steps.median_total, shown.drawn.say),
                                          people_in_words(group.steps.steps.back().reached, shown.drawn.say)));
    }
    if (group.steps.late_entries != 0) {
        remarks.push_back(remark_on_late(shown, group));
    }
    return remarks;
}

double wait_seconds(const std::optional<double>& microseconds) {
    return microseconds ? *microseconds / static_cast<double>(microseconds_a_second) : not_given;
}

std::string wait_text(const std::optional<double>& microseconds, const wording& say) {
    return microseconds ? people_duration(wait_seconds(microseconds), 1, say) : std::string();
}

}  // namespace cxm
