#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <cxm/period.hpp>

namespace cxm {

enum class cohort_ages : std::uint8_t {
    calendar,  ///< age k is the k-th calendar period after the cohort's own
    rolling,   ///< age k is the days from first + k length to before first + (k + 1) length, for each person
};

enum class cohort_activity : std::uint8_t {
    bounded,    ///< active at this age
    unbounded,  ///< active at this age or later: never rises for the same persons, and is too low where little later is
                ///< seen yet
};

struct cohort_rules {
    std::int32_t until;    ///< last day of the data, in days since 1970-01-01; later ones do not count
    std::size_t ages = 0;  ///< 0, 1, … ages - 1 are counted
    cohort_ages by = cohort_ages::calendar;
    cohort_activity count = cohort_activity::bounded;
    grain of = grain::month;   ///< of cohorts, and of calendar ages
    std::int32_t length = 30;  ///< of rolling ages, in days
};

/// Persons of a cohort at one age; both can be pooled over cohorts, their quotient cannot.
struct cohort_cell {
    std::uint64_t retained = 0;
    std::uint64_t eligible = 0;  ///< whose period of this age is over
};

struct cohort_row {
    period cohort;                                  ///< a free period for the totals
    std::uint64_t size = 0;                         ///< persons whose first day lies in it
    std::vector<std::optional<cohort_cell>> cells;  ///< by age; absent where that is over for nobody
};

namespace detail {

/// A cohort as it is counted.
struct cohort_tally {
    period cohort;
    std::uint64_t size = 0;
    std::vector<cohort_cell> cells;

    cohort_tally(const period& of, std::size_t ages) : cohort(of), cells(ages) {}

    void add(const cohort_tally& other) {
        size += other.size;
        for (std::size_t age = 0; age < cells.size(); ++age) {
            cells[age].retained += other.cells[age].retained;
            cells[age].eligible += other.cells[age].eligible;
        }
    }

    cohort_row row() const {
        cohort_row made{cohort, size, {}};
        for (const cohort_cell& cell : cells) {
            made.cells.push_back(cell.eligible > 0 ? std::optional(cell) : std::nullopt);
        }
        return made;
    }
};

/// The number of the period that holds a day; those of one grain are numbered without gaps.
inline std::int64_t period_number(std::int32_t day, grain of) {
    const auto date = calendar::date(day);
    const std::int64_t year = static_cast<int>(date.year());
    const std::int64_t month = static_cast<unsigned>(date.month()) - 1;
    switch (of) {
        case grain::year: return year;
        case grain::quarter: return year * 4 + month / 3;
        case grain::month: return year * 12 + month;
        case grain::week: return (calendar::monday_of(day) + 3) / 7;
        default: return day;
    }
}

}  // namespace detail

}  // namespace cxm
