#include "values/points_in_time.hpp"
#include "write/funnel/formats.hpp"
#include "write/funnel/words.hpp"
#include "write/json/object.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

void append_step(json_array& to, const shown_funnel& shown, const funnel_group& group, std::size_t at) {
    const funnel_step& step = group.steps.steps[at];
    const bool is_any = shown.of.asked.rules.order == step_order::any;
    json_object one = to.object();
    if (is_any) {
        one.count("different_steps", static_cast<double>(at + 1));
    } else {
        one.text("step", shown.steps[at]);
    }
    one.count("people", static_cast<double>(step.reached));
    append_share(one, "from_first", step.from_first, step.first_limits, static_cast<double>(group.entered()));
    if (at > 0) {
        one.count("dropped", static_cast<double>(step.dropped));
        append_share(one, "from_previous", step.from_previous, step.previous_limits,
                     static_cast<double>(group.steps.steps[at - 1].reached));
        one.number("median_wait_seconds", wait_seconds(step.median_wait));
    }
    one.end();
}

void append_group(json_array& to, const shown_funnel& shown, const funnel_group& group) {
    json_object one = to.object();
    json_object labels = one.object("labels");
    if (&group != &shown.of.everyone) {
        labels.text(shown.by, group.label);
    }
    labels.end();
    one.count("entered", static_cast<double>(group.entered()));
    one.count("entered_late", static_cast<double>(group.steps.late_entries));
    one.number("median_total_seconds", wait_seconds(group.steps.median_total));
    if (const auto worst = group.worst_step()) {
        one.count("worst_step", static_cast<double>(*worst + 1));
    }
    json_array steps = one.array("steps", "\n  ");
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        append_step(steps, shown, group, i);
    }
    steps.end();
    one.end();
}

std::string_view order_name(step_order order) {
    switch (order) {
        case step_order::strict: return "strict";
        case step_order::any: return "any";
        default: return "order";
    }
}

}  // namespace

std::string json_funnel(const shown_funnel& shown) {
    const funnel_rules& rules = shown.of.asked.rules;
    std::string out;
    json_object funnel(out);
    funnel.text("schema", "cxm.funnel/1");
    funnel.number("level", shown.of.asked.level);
    funnel.text("steps_in", order_name(rules.order));
    if (rules.window) {
        funnel.number("within_seconds", wait_seconds(static_cast<double>(*rules.window)));
    }
    funnel.text("anchor", rules.first_entry_only ? "first" : "every");
    funnel.flag("young_dropped", shown.of.asked.drop_young);
    funnel.count("people", static_cast<double>(shown.of.people));
    if (shown.of.end) {
        funnel.text("end", moment_text(*shown.of.end));
    }
    json_array groups = funnel.array("groups", "\n ");
    if (!shown.by.empty()) {
        for (const funnel_group& group : shown.of.groups) {
            append_group(groups, shown, group);
        }
    }
    append_group(groups, shown, shown.of.everyone);
    groups.end();
    funnel.end();
    return out + "\n";
}

}  // namespace cxm
