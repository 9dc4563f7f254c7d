#include "write/funnel/formats.hpp"
#include "write/funnel/words.hpp"

namespace cxm {

namespace {

void append_share_cells(csv_writer& to, const std::optional<double>& share, const std::optional<interval>& limits) {
    to.number(share.value_or(not_given));
    to.number(limits ? limits->low : not_given);
    to.number(limits ? limits->high : not_given);
}

void append_group(csv_writer& to, const shown_funnel& shown, const funnel_group& group) {
    for (std::size_t i = 0; i < group.steps.steps.size(); ++i) {
        const funnel_step& step = group.steps.steps[i];
        if (!shown.by.empty()) {
            to.text(group.label);
        }
        to.count(static_cast<double>(i + 1));
        to.text(shown.of.asked.rules.order == step_order::any ? step_title(shown, i) : shown.steps[i]);
        to.count(static_cast<double>(step.reached));
        to.count(i == 0 ? not_given : static_cast<double>(step.dropped));
        append_share_cells(to, step.from_first, step.first_limits);
        append_share_cells(to, step.from_previous, step.previous_limits);
        to.number(wait_seconds(step.median_wait));
        to.end_line();
    }
}

}  // namespace

std::string csv_funnel(const shown_funnel& shown) {
    std::string out;
    csv_writer to(out, shown.texts);
    if (!shown.by.empty()) {
        to.text(shown.by);
    }
    to.raw("number,step,people,dropped,from_first,from_first_low,from_first_high,from_previous,from_previous_low,"
           "from_previous_high,median_wait_seconds");
    to.end_line();
    if (shown.by.empty()) {
        append_group(to, shown, shown.of.everyone);
    } else {
        // Everyone is the sum of the groups, which a total beside them would count twice.
        for (const funnel_group& group : shown.of.groups) {
            append_group(to, shown, group);
        }
    }
    return out;
}

}  // namespace cxm
