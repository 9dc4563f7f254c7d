#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/report.hpp"
#include "write/look.hpp"

namespace cxm {

/// A metric told in full: meaning, formula, the numbers filled in, the interval and how it came out, what is good,
/// pitfalls, rivals and source. `with` holds its result and those of other metrics from the same numbers; may be empty.
std::string write_explanation(const metric& m, const report& with, std::string_view currency, const look& drawn);

/// How an interval is worked out, in words with the formula: `Wilson (1927): …`; empty for a method it does not know.
std::string_view method_in_words(std::string_view method);

}  // namespace cxm
