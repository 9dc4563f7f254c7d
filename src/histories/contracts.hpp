#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "plan/plan.hpp"
#include "rows/read_rows.hpp"
#include "values/dates.hpp"

namespace cxm {

/// The first and the last day of one, from 1970-01-01 on; one without an end ends on `open_end`.
struct contract {
    std::int32_t first;
    std::int32_t last;
};

struct contracts_read : read_findings {
    std::vector<contract> contracts;  ///< in any order
    std::uint64_t rows = 0;           ///< looked at
    std::int32_t last_day = no_day;   ///< of all dates but open ends; no_day without contracts
};

/// Reads the subscriptions of a plan from files ("-": standard input); throws bad_usage and bad_input.
contracts_read read_contracts(const plan& how, const std::vector<std::string>& files, const row_options& options);

/// How many renewals, one each `every` after the first day, fall on the days up to the last. A renewal on the 31st is
/// on the last day of shorter months.
std::size_t renewals_between(std::int32_t first, std::int32_t last, grain every);

/// Contracts by how many renewals are seen of them, and how many of each still ran after 0, 1, 2, … of them.
struct contract_cohorts {
    std::vector<std::vector<double>> cohorts;
    std::vector<double> running = {};  ///< on the last day, with 0, 1, 2, … renewals behind them
    std::uint64_t later = 0;           ///< contracts that begin after the last day, and are in no cohort
    std::uint64_t undecided = 0;  ///< that end before a renewal which comes after the last day: they ran up to then
};

/// What is seen of contracts up to a last day. A renewal that was not made is a loss once its day has come for all.
///
/// Throws bad_input for more than `most` renewals.
contract_cohorts cohorts_of(std::span<const contract> contracts, grain every, std::int32_t until, std::size_t most);

}  // namespace cxm
