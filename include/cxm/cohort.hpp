#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include <cxm/cohort/cohort_rules.hpp>
#include <cxm/interval/basis.hpp>
#include <cxm/period.hpp>

/// Cohort grids: of those who came first in the same month, how many were active later. A cell whose period is not over
/// is absent, as a number would read as a loss.
namespace cxm {

/// Counts persons one after another, in any order, and in parts that are then added to each other.
class cohort_grid {
public:
    /// Throws std::invalid_argument for cohorts without a grain and for rolling ages shorter than a day.
    explicit cohort_grid(const cohort_rules& rules) : rules_(rules), active_(rules.ages) {
        detail::require(rules.of != grain::free, "cohorts are of a day, week, month, quarter or year");
        detail::require(rules.length >= 1, "a rolling age is a day or longer");
        last_over_ = number(rules.until) - (containing(rules.until, rules.of).last == rules.until ? 0 : 1);
    }

    /// The days on which a person was active, in any order, repeats included.
    void add(std::span<const std::int32_t> days) {
        if (days.empty() || *std::min_element(days.begin(), days.end()) > rules_.until) {
            return;
        }
        const std::int32_t first = *std::min_element(days.begin(), days.end());
        const std::int64_t born = number(first);
        const std::int64_t oldest = mark_active(days, first, born);
        const auto known = cohorts_.find(born);
        detail::cohort_tally& cohort =
            known != cohorts_.end()
                ? known->second
                : cohorts_.try_emplace(born, containing(first, rules_.of), rules_.ages).first->second;
        ++cohort.size;
        const std::int64_t over = ages_over(first);
        for (std::size_t age = 0; age < rules_.ages && static_cast<std::int64_t>(age) < over; ++age) {
            const bool later = rules_.count == cohort_activity::unbounded && static_cast<std::int64_t>(age) <= oldest;
            cohort.cells[age].retained += later || active_[age] != 0 ? 1 : 0;
            ++cohort.cells[age].eligible;
        }
    }

    /// What other persons came to by the same rules.
    void add(const cohort_grid& other) {
        for (const auto& [at, theirs] : other.cohorts_) {
            cohorts_.try_emplace(at, theirs.cohort, rules_.ages).first->second.add(theirs);
        }
    }

    /// The cohorts that have persons, by time.
    std::vector<cohort_row> rows() const {
        std::vector<cohort_row> made;
        for (const auto& [at, cohort] : cohorts_) {
            made.push_back(cohort.row());
        }
        return made;
    }

    /// All cohorts pooled, at each age those for whom it is over.
    cohort_row totals() const {
        detail::cohort_tally all({}, rules_.ages);
        for (const auto& [at, cohort] : cohorts_) {
            all.add(cohort);
        }
        return all.row();
    }

    /// The number of the cohort of a person who came first on a day; they have no gaps.
    std::int64_t number(std::int32_t day) const { return detail::period_number(day, rules_.of); }

    /// How many ages are over for such a person.
    std::int64_t ages_over(std::int32_t first) const {
        return rules_.by == cohort_ages::calendar ? last_over_ - number(first) + 1
                                                  : (std::int64_t{rules_.until} - first + 1) / rules_.length;
    }

    /// The age of such a person on another day, which is no earlier.
    std::int64_t age_on(std::int32_t day, std::int32_t first) const { return age_on(day, first, number(first)); }

private:
    cohort_rules rules_;
    std::int64_t last_over_ = 0;  ///< number of the last calendar period that is over
    std::vector<char> active_;    ///< at each age, of one person
    std::map<std::int64_t, detail::cohort_tally> cohorts_;

    /// The age, of one who came in the period of the number `born`.
    std::int64_t age_on(std::int32_t day, std::int32_t first, std::int64_t born) const {
        return rules_.by == cohort_ages::calendar ? number(day) - born : (std::int64_t{day} - first) / rules_.length;
    }

    /// Notes the ages at which a person was active, and gives the oldest.
    std::int64_t mark_active(std::span<const std::int32_t> days, std::int32_t first, std::int64_t born) {
        std::fill(active_.begin(), active_.end(), 0);
        std::int64_t oldest = 0;
        for (const std::int32_t day : days) {
            if (day > rules_.until) {
                continue;
            }
            const std::int64_t age = age_on(day, first, born);
            oldest = std::max(oldest, age);
            if (age < static_cast<std::int64_t>(rules_.ages)) {
                active_[static_cast<std::size_t>(age)] = 1;
            }
        }
        return oldest;
    }
};

}  // namespace cxm
