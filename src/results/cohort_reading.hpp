#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cxm/cohort.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "histories/people_histories.hpp"
#include "records/records.hpp"

namespace cxm {

/// How people are counted into cohorts.
struct cohort_request {
    cohort_rules rules = {};  ///< but for the last day and the number of ages, which reading settles
    std::optional<std::int64_t> until =
        {};  ///< moment; later rows do not count; absent: the last row's day is the last
    std::optional<std::size_t> most_ages = {};  ///< older ones are left out; absent: 120
    bool has_amounts = false;
    double level = 0.95;
};

/// People of a cohort at one age.
struct cohort_figures {
    std::uint64_t eligible = 0;  ///< for whom the period of this age is over
    std::uint64_t active = 0;    ///< of those
    std::uint64_t orders = 0;    ///< of the eligible at this age: different times of their rows
    int128 amount = 0;           ///< of those orders, in units of 10^-18
};

/// One cohort, or all of them.
struct cohort_line {
    period cohort;  ///< a free period for all
    std::uint64_t people = 0;
    std::vector<std::optional<cohort_figures>> ages;  ///< absent where that is over for nobody
};

struct cohort_reading {
    cohort_request asked;  ///< with its rules settled
    std::uint64_t people = 0;
    std::optional<std::int64_t> first = {};  ///< moment of the first row; absent without rows
    std::uint64_t late_rows = 0;             ///< after --until
    std::size_t ages_left_out = 0;
    std::vector<cohort_line> cohorts = {};  ///< by time
    cohort_line everyone = {};              ///< pooled from counts
};

/// Counts people into cohorts; the same for any number of threads. Throws bad_input where the rows go over more periods
/// than 10,000.
cohort_reading read_cohorts(people_histories& of, const cohort_request& asked);

/// The last day that counts.
std::int32_t last_day(const cohort_reading& of);

/// The cells as records of the labels `cohort` and `age`, of which each has its own period: that of its age, or, where
/// ages roll for each person, that of its cohort. Those who were there at the start are the people of the cohort, those
/// at the end the active ones.
records records_of(const cohort_reading& of, const catalogue& known);

}  // namespace cxm
