#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "results/check/judge.hpp"

namespace cxm {

/// From which verdict on a run of checks has failed; each includes those before it.
enum class fail_on { fail, undecided, warn };

/// All findings of a run, in the order of the rules; the rules outlive it.
struct check_result {
    std::vector<finding> findings;
    std::size_t rules = 0;
    fail_on limit = fail_on::fail;
    double level = 0.95;   ///< of the intervals
    std::string currency;  ///< empty where none is said

    /// Whether a finding fails the run; an undecided rule that only warns does so like a warning.
    bool fails(const finding& f) const;
    bool failed() const;

    std::size_t count(check_verdict v) const;
};

/// The verdicts in the order of summaries.
inline constexpr std::array<check_verdict, 5> all_verdicts = {
    check_verdict::pass, check_verdict::warn, check_verdict::fail, check_verdict::undecided, check_verdict::no_data};

}  // namespace cxm
