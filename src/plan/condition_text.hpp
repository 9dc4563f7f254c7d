#pragma once

#include <functional>
#include <string>

#include "plan/condition.hpp"

namespace cxm {

/// A condition put together from what `say` says of each of its comparisons, as it is or negated.
///
/// `and` binds before `or`; only where that is not meant are there parentheses.
std::string spell(const condition& c, const std::function<std::string(const condition_step&, bool negated)>& say);

/// `lower(trim(plan))`.
std::string spell(const column_text& column);

}  // namespace cxm
