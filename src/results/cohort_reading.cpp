#include "results/cohort_reading.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "text/problem.hpp"
#include "values/points_in_time.hpp"

namespace cxm {

namespace {

constexpr std::int64_t most_cohorts = 10000;
constexpr std::size_t usual_ages = 120;

/// Orders of one cohort at one age.
struct orders_at_age {
    std::uint64_t orders = 0;
    int128 amount = 0;
};

/// What one thread counts.
class cohort_worker {
public:
    cohort_worker(const cohort_request& asked) : asked_(asked), grid_(asked.rules) {}

    void add(std::span<const history_event> history) {
        if (asked_.until) {
            const auto late = std::find_if(history.begin(), history.end(),
                                           [&](const history_event& each) { return each.time > *asked_.until; });
            late_rows_ += static_cast<std::uint64_t>(history.end() - late);
            history = history.first(static_cast<std::size_t>(late - history.begin()));
        }
        if (history.empty()) {
            return;
        }
        const std::int32_t first = day_of(history.front().time);
        std::vector<orders_at_age>& spent = spent_.try_emplace(grid_.number(first), asked_.rules.ages).first->second;
        const std::int64_t ages = std::min(grid_.ages_over(first), static_cast<std::int64_t>(asked_.rules.ages));
        days_.clear();
        for (std::size_t i = 0; i < history.size(); ++i) {
            const std::int32_t day = day_of(history[i].time);
            if (days_.empty() || days_.back() != day) {
                days_.push_back(day);
            }
            const std::int64_t age = grid_.age_on(day, first);
            if (age >= ages) {
                continue;
            }
            orders_at_age& at = spent[static_cast<std::size_t>(age)];
            // Rows of one person and one time are lines of one order.
            at.orders += i == 0 || history[i - 1].time != history[i].time ? 1 : 0;
            add_amount(at, history[i].amount);
        }
        grid_.add(days_);
    }

    void absorb(const cohort_worker& other) {
        late_rows_ += other.late_rows_;
        grid_.add(other.grid_);
        for (const auto& [number, theirs] : other.spent_) {
            std::vector<orders_at_age>& ours = spent_.try_emplace(number, asked_.rules.ages).first->second;
            for (std::size_t age = 0; age < ours.size(); ++age) {
                ours[age].orders += theirs[age].orders;
                add_amount(ours[age], theirs[age].amount);
            }
        }
    }

    void harvest(cohort_reading& into) const {
        into.late_rows = late_rows_;
        std::vector<orders_at_age> sums(asked_.rules.ages);
        for (const cohort_row& row : grid_.rows()) {
            const std::vector<orders_at_age>& spent = spent_.at(grid_.number(row.cohort.first));
            into.cohorts.push_back(line_of(row, spent));
            for (std::size_t age = 0; age < sums.size(); ++age) {
                sums[age].orders += spent[age].orders;
                add_amount(sums[age], spent[age].amount);
            }
        }
        into.everyone = line_of(grid_.totals(), sums);
    }

private:
    const cohort_request& asked_;
    cohort_grid grid_;
    std::map<std::int64_t, std::vector<orders_at_age>> spent_;  ///< by cohort
    std::vector<std::int32_t> days_;
    std::uint64_t late_rows_ = 0;

    static void add_amount(orders_at_age& to, int128 amount) {
        if (!cxm::add(to.amount, amount)) {
            throw bad_input("", "the sum of the amounts is beyond 1.7e20, the largest that is exact");
        }
    }

    static cohort_line line_of(const cohort_row& row, const std::vector<orders_at_age>& spent) {
        cohort_line line{row.cohort, row.size, {}};
        for (std::size_t age = 0; age < row.cells.size(); ++age) {
            const std::optional<cohort_cell>& cell = row.cells[age];
            line.ages.push_back(cell ? std::optional(cohort_figures{cell->eligible, cell->retained, spent[age].orders,
                                                                    spent[age].amount})
                                     : std::nullopt);
        }
        return line;
    }
};

/// Sets the last day and the number of ages.
void settle(cohort_reading& to, const people_histories& of) {
    cohort_rules& rules = to.asked.rules;
    rules.until = day_of(to.asked.until ? *to.asked.until : of.last.value_or(0));
    const std::int32_t first = std::min(day_of(of.first.value_or(0)), rules.until);
    const std::int64_t periods =
        detail::period_number(rules.until, rules.of) - detail::period_number(first, rules.of) + 1;
    if (periods > most_cohorts) {
        throw bad_input("", fmt::format("the rows go from {} to {}, over {} periods: is a date wrong? Longer periods, "
                                        "or --where and --until, make them fewer",
                                        spell(containing(first, grain::day)),
                                        spell(containing(rules.until, grain::day)), most_cohorts));
    }
    const std::int64_t ages =
        rules.by == cohort_ages::calendar ? periods : (std::int64_t{rules.until} - first + 1) / rules.length;
    rules.ages = std::min(static_cast<std::size_t>(ages), to.asked.most_ages.value_or(usual_ages));
    to.ages_left_out = to.asked.most_ages ? 0 : static_cast<std::size_t>(ages) - rules.ages;
}

}  // namespace

std::int32_t last_day(const cohort_reading& of) { return of.asked.rules.until; }

cohort_reading read_cohorts(people_histories& of, const cohort_request& asked) {
    cohort_reading made{.asked = asked, .people = of.people, .first = of.first};
    settle(made, of);
    read_everyone(of, cohort_worker(made.asked)).harvest(made);
    return made;
}

namespace {

constexpr std::string_view measures_of_cells[] = {"customers_start", "customers_new",    "customers_lost",
                                                  "customers_end",   "customers_active", "transactions",
                                                  "revenue"};

/// Their values, in the order of the measures.
std::vector<double> values_of_cell(const cohort_figures& cell) {
    const auto eligible = static_cast<double>(cell.eligible);
    const auto active = static_cast<double>(cell.active);
    return {eligible, 0, eligible - active, active, active, static_cast<double>(cell.orders), to_double(cell.amount)};
}

period period_of_cell(const cohort_reading& of, const cohort_line& line, std::size_t age) {
    period at = line.cohort;
    for (std::size_t i = 0; i < age && of.asked.rules.by == cohort_ages::calendar; ++i) {
        at = next(at);
    }
    return at;
}

}  // namespace

records records_of(const cohort_reading& of, const catalogue& known) {
    const auto room = std::make_shared<std::vector<std::unique_ptr<std::string>>>();
    const auto keep = [&](std::string text) -> std::string_view {
        return *room->emplace_back(std::make_unique<std::string>(std::move(text)));
    };
    records to;
    to.labels = {{"cohort", {}}, {"age", {}}};
    const std::size_t measures = std::size(measures_of_cells) - (of.asked.has_amounts ? 0 : 1);
    for (std::size_t i = 0; i < measures; ++i) {
        to.numbers.push_back({known.find_measure(measures_of_cells[i]), {}});
    }
    for (const cohort_line& line : of.cohorts) {
        const std::string_view cohort = keep(spell(line.cohort));
        for (std::size_t age = 0; age < line.ages.size(); ++age) {
            if (!line.ages[age]) {
                continue;
            }
            to.periods.push_back(keep(spell(period_of_cell(of, line, age))));
            to.lines.push_back(to.lines.size() + 1);
            to.labels[0].values.push_back(cohort);
            to.labels[1].values.push_back(keep(std::to_string(age)));
            const std::vector<double> values = values_of_cell(*line.ages[age]);
            for (std::size_t i = 0; i < measures; ++i) {
                to.numbers[i].values.push_back(values[i]);
            }
        }
    }
    to.owners.push_back(room);
    return to;
}

}  // namespace cxm
