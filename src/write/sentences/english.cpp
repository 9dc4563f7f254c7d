#include "write/sentences/words.hpp"

namespace cxm {

namespace {

constexpr spoken_name english_names[] = {
    {"nps", "NPS"},
    {"clv", "Customer lifetime value (simple)"},
    {"clv_margin", "Customer lifetime value (discounted margin)"},
    {"clv_observed", "Customer lifetime value (observed)"},
    {"rox", "ROX"},
    {"rox_do", "ROX from what customers did"},
    {"rox_like", "ROX from what customers liked"},
    {"rox_index", "Growth against that of the market"},
    {"rox_market", "ROX from growth against the market"},
    {"rox_talk", "ROX from what customers said"},
};

}  // namespace

const sentence_words english_sentences = {
    .names = english_names,
    .say = {},

    .range = "{low} to {high}",
    .limits = " ({range})",
    .limits_at = " ({range} at {level})",
    .lead = "{what}: ",
    .two_leads = "{period}, {group}",
    .in_period = " in {period}",
    .on_day = " on {period}",
    .of_side = " in {period}",
    .of_file = " before",
    .per_month = "a month",
    .per_quarter = "a quarter",
    .per_year = "a year",

    .value = "{lead}{name} {value}{limits}{goal}.",
    .up_better = "{lead}{name} {value}{limits}, clearly up from {before}{then}: better{goal}.",
    .up_worse = "{lead}{name} {value}{limits}, clearly up from {before}{then}: worse{goal}.",
    .down_better = "{lead}{name} {value}{limits}, clearly down from {before}{then}: better{goal}.",
    .down_worse = "{lead}{name} {value}{limits}, clearly down from {before}{then}: worse{goal}.",
    .no_clear_change = "{lead}{name} {value}{limits}, no clear change from {before}{then}{goal}.",
    .not_judged =
        "{lead}{name} {value}{limits}, against {before}{then}; whether that is more than chance cannot be told{goal}.",
    .higher_better = "{lead}{name} {value}{limits}, clearly higher than {before}{then}: better{goal}.",
    .higher_worse = "{lead}{name} {value}{limits}, clearly higher than {before}{then}: worse{goal}.",
    .lower_better = "{lead}{name} {value}{limits}, clearly lower than {before}{then}: better{goal}.",
    .lower_worse = "{lead}{name} {value}{limits}, clearly lower than {before}{then}: worse{goal}.",
    .no_clear_difference = "{lead}{name} {value}{limits}, no clear difference from {before}{then}{goal}.",
    .difference_not_judged =
        "{lead}{name} {value}{limits}, against {before}{then}; whether that is more than chance cannot be told{goal}.",

    .target_met = "; the target of {target} is met",
    .target_missed = "; the target of {target} is missed",
    .target_undecided = "; whether the target of {target} is met is undecided",
    .pace_met = "; at this pace the target of {target} {per} is met",
    .pace_missed = "; at this pace the target of {target} {per} is missed",
    .pace_undecided = "; whether the target of {target} {per} is met at this pace is undecided",
    .band_good = "; good by its target",
    .band_fair = "; fair by its target",
    .band_poor = "; poor by its target",

    .usual = "{lead}{name} {value}, within its usual range of {range}.",
    .nothing_unusual = "{lead}{name} {value}, nothing unusual.",
    .improvement = "{lead}{name} {value}, an improvement: {signal}.",
    .concern = "{lead}{name} {value}, a concern: {signal}.",
    .too_few_periods = "{lead}{name} {value}; {periods} periods are too few to tell a trend.",
    .one_period = "{lead}{name} {value}; one period is too few to tell a trend.",
    .above_range = "above its usual range of {range}",
    .below_range = "below its usual range of {range}",
    .row_above = "7 or more periods in a row above the mean",
    .row_below = "7 or more periods in a row below the mean",
    .row_rising = "7 or more periods in a row rising",
    .row_falling = "7 or more periods in a row falling",
    .near_upper = "2 of 3 periods in a row near the upper limit",
    .near_lower = "2 of 3 periods in a row near the lower limit",

    .since = " from {period}",
    .still_metrics = "{lead}no clear change{since} in any of the {judged} metrics that can be judged.",
    .still_groups = "{lead}{name} without a clear change{since} in any of {judged} groups.",
    .alike_metrics = "{lead}no clear difference{since} in any of the {judged} metrics that can be judged.",
    .alike_groups = "{lead}{name} without a clear difference{since} in any of {judged} groups.",
    .usual_metrics = "{lead}nothing unusual in any of the {judged} metrics that can be judged.",
    .usual_groups = "{lead}{name} with nothing unusual in any of {judged} groups.",

    .check_passed = "The check passed.",
    .both_checks_passed = "Both checks passed.",
    .checks_passed = "All {checks} checks passed.",
    .check_failed = "The check failed.",
    .check_of_checks_failed = "1 of {checks} checks failed{rest}.",
    .checks_failed = "{failed} of {checks} checks failed{rest}.",
    .some_passed = "{passed} of {checks} checks passed{rest}.",
    .none_passed = "No check passed{rest}.",
    .rest_warned = ", {count} warned",
    .rest_undecided = ", {count} undecided",
    .rest_without_data = ", {count} without data",
    .breaks_rule = "{lead}{name} {value}{limits} breaks the rule '{rule}'.",
    .undecided_rule = "{lead}{name} {value}{limits} leaves the rule '{rule}' undecided.",
    .change_breaks_rule = "{lead}{name} {value} after {before}{then} breaks the rule '{rule}'.",
    .change_undecided_rule = "{lead}{name} {value} after {before}{then} leaves the rule '{rule}' undecided.",

    .came_next_period = "{share}{limits} of {people} came again in the {period} after their first.",
    .came_later = "{share}{limits} of {people} came again in the {period} after their first or later.",
    .came_next_days = "{share}{limits} of {people} came again on days {first} to {last} after their first.",
    .came_later_days = "{share}{limits} of {people} came again on day {first} after their first or later.",
    .day = "day",
    .week = "week",
    .month = "month",
    .quarter = "quarter",
    .year = "year",
    .one_person = "1 person",
    .people = "{count} people",

    .took_all_steps = "{share}{limits} of {people} came from {first} to {last}; the worst step is {worst}, reached by "
                      "{reached} of those before it.",
    .took_steps = "{share}{limits} of {people} came from {first} to {last}.",
    .took_in_any_order = "{share}{limits} of {people} took {steps} of {steps} steps.",
    .funnel_more = "{share} took all steps ({side}), clearly more than {before} ({other}).",
    .funnel_fewer = "{share} took all steps ({side}), clearly fewer than {before} ({other}).",
    .funnel_no_difference = "{share} took all steps ({side}), no clear difference from {before} ({other}).",
};

}  // namespace cxm
