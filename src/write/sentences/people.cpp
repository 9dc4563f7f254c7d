#include <cxm/interval/proportion.hpp>

#include "text/shown.hpp"
#include "write/funnel/words.hpp"
#include "write/sentences/filled.hpp"
#include "write/sentences/sentences.hpp"

// Sentences of histories.
namespace cxm {

namespace {

std::string spoken_share(double share, const sentence_words& words) {
    return spoken_value(as::share, share, people_decimals(as::share, share), {.say = words.say});
}

std::string spoken_share_limits(double share, const std::optional<interval>& limits, const sentence_words& words) {
    return spoken_limits(as::share, limits, people_decimals(as::share, share), {.say = words.say}, words);
}

std::string spoken_people(std::uint64_t n, const sentence_words& words) {
    return n == 1 ? words.say.printed(words.one_person)
                  : filled(words, words.people, {{"count", people_count(static_cast<double>(n), words.say)}});
}

std::string_view spoken_grain(grain of, const sentence_words& words) {
    switch (of) {
        case grain::day: return words.day;
        case grain::week: return words.week;
        case grain::quarter: return words.quarter;
        case grain::year: return words.year;
        default: return words.month;
    }
}

std::string_view template_of_return(const cohort_rules& rules, const sentence_words& words) {
    const bool later = rules.count == cohort_activity::unbounded;
    return rules.by == cohort_ages::calendar ? (later ? words.came_later : words.came_next_period)
                                             : (later ? words.came_later_days : words.came_next_days);
}

}  // namespace

std::vector<std::string> sentences_of(const cohort_reading& of, const sentence_words& words) {
    const auto& ages = of.everyone.ages;
    if (ages.size() < 2 || !ages[1] || ages[1]->eligible == 0) {
        return {};
    }
    const auto eligible = static_cast<double>(ages[1]->eligible);
    const auto active = static_cast<double>(ages[1]->active);
    const double share = active / eligible;
    const cohort_rules& rules = of.asked.rules;
    return {filled(words, template_of_return(rules, words),
                   {{"share", spoken_share(share, words)},
                    {"limits", spoken_share_limits(share, wilson(active, eligible, of.asked.level), words)},
                    {"people", spoken_people(ages[1]->eligible, words)},
                    {"period", words.say.printed(spoken_grain(rules.of, words))},
                    {"first", people_count(rules.length, words.say)},
                    {"last", people_count(2 * static_cast<double>(rules.length) - 1, words.say)}})};
}

std::vector<std::string> sentences_of(const shown_funnel& of, const sentence_words& words) {
    const funnel_group& everyone = of.of.everyone;
    const std::vector<funnel_step>& steps = everyone.steps.steps;
    if (steps.size() < 2 || everyone.entered() == 0) {
        return {};
    }
    const double share = *steps.back().from_first;
    const auto worst = everyone.worst_step();
    const bool tells_worst = worst && steps.size() > 2;
    const bool any_order = of.of.asked.rules.order == step_order::any;
    return {filled(words,
                   any_order     ? words.took_in_any_order
                   : tells_worst ? words.took_all_steps
                                 : words.took_steps,
                   {{"share", spoken_share(share, words)},
                    {"limits", spoken_share_limits(share, steps.back().first_limits, words)},
                    {"people", spoken_people(everyone.entered(), words)},
                    {"steps", people_count(static_cast<double>(steps.size()), words.say)},
                    {"first", step_title(of, 0)},
                    {"last", step_title(of, steps.size() - 1)},
                    {"worst", tells_worst ? step_title(of, *worst) : std::string()},
                    {"reached", tells_worst ? spoken_share(*steps[*worst].from_previous, words) : std::string()}})};
}

std::vector<std::string> sentences_of(const shown_funnel_change& of, const sentence_words& words) {
    const bool more = of.of.limits.low > 0;
    const bool fewer = of.of.limits.high < 0;
    return {filled(words,
                   more    ? words.funnel_more
                   : fewer ? words.funnel_fewer
                           : words.funnel_no_difference,
                   {{"share", spoken_share(of.of.after, words)},
                    {"side", escaped(of.after.name)},
                    {"before", spoken_share(of.of.before, words)},
                    {"other", escaped(of.before.name)}})};
}

}  // namespace cxm
