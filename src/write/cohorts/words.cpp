#include "write/cohorts/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "values/points_in_time.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

std::string figure_in_words(const shown_cohorts& shown) {
    const wording& say = shown.drawn.say;
    switch (shown.cells) {
        case cell_figure::people: return std::string(say("people who were active"));
        case cell_figure::orders: return std::string(say("orders a head of the cohort"));
        case cell_figure::revenue:
            return std::string(say("revenue a head of the cohort")) +
                   (shown.currency.empty() ? std::string() : ", " + std::string(shown.currency));
        default: return std::string(say("% of the cohort who were active"));
    }
}

std::string ages_in_words(const cohort_rules& rules, const wording& say) {
    const std::string_view grain_name = say(name(rules.of));
    const std::string_view later = rules.count == cohort_activity::unbounded ? say(" or later") : "";
    return rules.by == cohort_ages::calendar
               ? say("in the calendar {} so many after the first{}", grain_name, later)
               : say("in the {} days so many times after each person's first day{}", rules.length, later);
}

}  // namespace

std::vector<std::string> headlines(const shown_cohorts& shown) {
    const cohort_reading& of = shown.of;
    const wording& say = shown.drawn.say;
    std::string first = people_in_words(of.everyone.people, say);
    if (of.first) {
        first += say(", {} to {}, by the {} of their first row",
                     say.period(spell(containing(day_of(*of.first), grain::day))),
                     say.period(spell(containing(last_day(of), grain::day))), say(name(of.asked.rules.of)));
    }
    return {first, figure_in_words(shown) + ", " + ages_in_words(of.asked.rules, say)};
}

std::vector<std::string> remarks_on(const shown_cohorts& shown) {
    const cohort_reading& of = shown.of;
    const wording& say = shown.drawn.say;
    std::vector<std::string> remarks;
    if (of.cohorts.empty()) {
        return remarks;
    }
    remarks.push_back(say("{} is where the rows begin: some of its people may have come earlier",
                          say.period(spell(of.cohorts.front().cohort))));
    remarks.emplace_back(say("all: pooled from the counts of those for whom the age is over"));
    const bool unfinished = containing(last_day(of), of.asked.rules.of).last != last_day(of);
    if (of.asked.rules.by == cohort_ages::calendar && unfinished) {
        remarks.push_back(say("the {} of {} is not over in the data, so its cells are empty (--until says that "
                              "the data go on to a later day)",
                              say(name(of.asked.rules.of)), say.period(spell(containing(last_day(of), grain::day)))));
    }
    if (of.asked.rules.count == cohort_activity::unbounded) {
        remarks.emplace_back(say("the last ages are too low: who will come back is not seen yet"));
    }
    if (of.ages_left_out != 0) {
        remarks.push_back(say("{} older ages are left out; --ages shows them", of.ages_left_out));
    }
    return remarks;
}

double cell_value(const shown_cohorts& shown, const cohort_line& line, std::size_t age) {
    const std::optional<cohort_figures>& cell = line.ages[age];
    if (!cell) {
        return not_given;
    }
    const auto eligible = static_cast<double>(cell->eligible);
    switch (shown.cells) {
        case cell_figure::people: return static_cast<double>(cell->active);
        case cell_figure::orders: return static_cast<double>(cell->orders) / eligible;
        case cell_figure::revenue: return to_double(cell->amount) / eligible;
        default: return static_cast<double>(cell->active) / eligible;
    }
}

std::string cell_text(const shown_cohorts& shown, const cohort_line& line, std::size_t age) {
    const double value = cell_value(shown, line, age);
    if (is_missing(value)) {
        return {};
    }
    switch (shown.cells) {
        case cell_figure::people: return people_count(value, shown.drawn.say);
        case cell_figure::orders: return people_number(as::score, value, 2, shown.drawn.say);
        case cell_figure::revenue: return people_number(as::money, value, 2, shown.drawn.say);
        default: return people_number(as::score, 100 * value, 1, shown.drawn.say);
    }
}

double darkest(const shown_cohorts& shown) {
    double most = 0;
    for (const cohort_line& line : shown.of.cohorts) {
        for (std::size_t age = 1; age < line.ages.size(); ++age) {
            const double value = cell_value(shown, line, age);
            most = is_missing(value) ? most : std::max(most, value);
        }
    }
    return most;
}

}  // namespace cxm
