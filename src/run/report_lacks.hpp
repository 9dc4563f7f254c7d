#pragma once

#include <string>
#include <vector>

#include "intake/record_input.hpp"
#include "records/records.hpp"

namespace cxm {

/// `churn lacks customers_lost`: which measures of a metric no record has.
std::string lacking_in_words(const records& rows, const metric& m);

/// Nothing came out: says for the metrics that are nearest to it what they lack.
[[noreturn]] void refuse_empty(const record_input& input, const records& rows,
                               const std::vector<const metric*>& metrics);

}  // namespace cxm
