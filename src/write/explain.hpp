#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "results/report.hpp"

namespace cxm {

struct explain_options {
    std::size_t width = 80;
    bool colour = false;
    bool ascii = false;
    std::string_view currency = {};
};

/// A metric told in full: meaning, formula, the numbers filled in, the interval and how it came out, what is good,
/// pitfalls, rivals and source. `with` holds its result and those of other metrics from the same numbers; may be empty.
std::string write_explanation(const metric& m, const report& with, const explain_options& options);

/// How an interval is worked out, in words with the formula: `Wilson (1927): …`; empty for a method it does not know.
std::string_view method_in_words(std::string_view method);

}  // namespace cxm
