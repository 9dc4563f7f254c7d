#include "write/cohorts/words.hpp"

#include <fmt/format.h>

#include "values/points_in_time.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

std::string figure_in_words(const shown_cohorts& shown) {
    switch (shown.cells) {
        case cell_figure::people: return "people who were active";
        case cell_figure::orders: return "orders a head of the cohort";
        case cell_figure::revenue:
            return "revenue a head of the cohort" +
                   (shown.currency.empty() ? std::string() : ", " + std::string(shown.currency));
        default: return "% of the cohort who were active";
    }
}

std::string ages_in_words(const cohort_rules& rules) {
    const std::string grain_name(name(rules.of));
    const std::string later = rules.count == cohort_activity::unbounded ? " or later" : "";
    return rules.by == cohort_ages::calendar
               ? fmt::format("in the calendar {} so many after the first{}", grain_name, later)
               : fmt::format("in the {} days so many times after each person's first day{}", rules.length, later);
}

std::string people_text_of(std::uint64_t n) {
    return people_count(static_cast<double>(n)) + (n == 1 ? " person" : " people");
}

}  // namespace

std::vector<std::string> headlines(const shown_cohorts& shown) {
    const cohort_reading& of = shown.of;
    std::string first = people_text_of(of.everyone.people);
    if (of.first) {
        first +=
            fmt::format(", {} to {}, by the {} of their first row", spell(containing(day_of(*of.first), grain::day)),
                        spell(containing(last_day(of), grain::day)), name(of.asked.rules.of));
    }
    return {first, figure_in_words(shown) + ", " + ages_in_words(of.asked.rules)};
}

std::vector<std::string> remarks_on(const shown_cohorts& shown) {
    const cohort_reading& of = shown.of;
    std::vector<std::string> remarks;
    if (of.cohorts.empty()) {
        return remarks;
    }
    remarks.push_back(fmt::format("{} is where the rows begin: some of its people may have come earlier",
                                  spell(of.cohorts.front().cohort)));
    remarks.push_back("all: pooled from the counts of those for whom the age is over");
    const bool unfinished = containing(last_day(of), of.asked.rules.of).last != last_day(of);
    if (of.asked.rules.by == cohort_ages::calendar && unfinished) {
        remarks.push_back(fmt::format("the {} of {} is not over in the data, so its cells are empty (--until says that "
                                      "the data go on to a later day)",
                                      name(of.asked.rules.of), spell(containing(last_day(of), grain::day))));
    }
    if (of.asked.rules.count == cohort_activity::unbounded) {
        remarks.push_back("the last ages are too low: who will come back is not seen yet");
    }
    if (of.ages_left_out != 0) {
        remarks.push_back(fmt::format("{} older ages are left out; --ages shows them", of.ages_left_out));
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
        case cell_figure::people: return people_count(value);
        case cell_figure::orders: return people_number(as::score, value, 2);
        case cell_figure::revenue: return people_number(as::money, value, 2);
        default: return people_number(as::score, 100 * value, 1);
    }
}

}  // namespace cxm
