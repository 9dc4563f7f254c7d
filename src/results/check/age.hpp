#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "results/check/judge.hpp"

namespace cxm {

/// Days from the end of a period to a day, both counted from 1970-01-01; negative while it is under way, nothing for
/// what is no part of the calendar.
std::optional<std::int32_t> age_at(std::int32_t day, std::string_view period_name);

/// Fails a finding whose period is older at that day than its rule allows, or of no known age.
void require_fresh(finding& f, std::int32_t day);

}  // namespace cxm
