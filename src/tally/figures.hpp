#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/measure.hpp>

#include "tally/counter.hpp"
#include "tally/stays.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// The values of one record, by the keys of their measures; those that are missing are not there.
std::map<std::string_view, int128> figures_of(const counter& counted, const std::vector<std::uint64_t>& texts,
                                              const tallied_row& r);

/// What is wrong with a value. Rounded to a double, the fraction of a large number is gone, and 2^53 + 1 is 2^53.
std::string objection(const measure& m, int128 value);

}  // namespace cxm
