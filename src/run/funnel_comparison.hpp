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

/// Compares both and writes that; throws bad_input where nobody entered one of them.
std::string written_change(const funnel_side& before, const funnel_side& after,
                           std::string (*write)(const shown_funnel_change& shown));

}  // namespace cxm
