#pragma once

#include <optional>
#include <string>
#include <vector>

#include "results/report.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// `--annualise` and `--per-period`, as texts until `settled` has read them.
struct compounding_flags {
    std::optional<std::string> annualise = {};
    std::optional<std::string> per_period = {};
};

/// Over how many periods a loss or what is kept is carried on, below 1 where it is carried back to one of several.
struct compounding {
    double periods = 1;
    std::string note = {};  ///< the words for it
};

void add_flags(std::vector<flag>& to, compounding_flags& into);

/// Throws bad_usage for what is no number of periods; nothing where neither flag is given.
std::optional<compounding> settled(const compounding_flags& given);

/// Compounds a loss that stays the same: one less what is left after so many periods, never so many times the loss. The
/// note points into `how`.
void compound(result& r, const compounding& how);

}  // namespace cxm
