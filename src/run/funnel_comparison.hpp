#pragma once

#include <string>
#include <utility>
#include <vector>

#include "write/funnel/comparison.hpp"

namespace cxm {

/// The two values of `--between A,B`; throws bad_usage.
std::pair<std::string, std::string> values_between(const std::string& text);

/// The people of one value of the label; throws bad_usage where nobody has it.
funnel_side side_of(const shown_funnel& shown, const std::string& value);

/// Compares both; throws bad_input where nobody entered one of them.
funnel_change change_of_funnel(const funnel_side& before, const funnel_side& after);

}  // namespace cxm
