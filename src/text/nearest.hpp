#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// The key nearest to a misspelt one, in whatever case, where it is near enough to be meant; empty otherwise.
std::string_view nearest(std::string_view misspelt, const std::vector<std::string_view>& keys);

/// All the keys, the nearest first; those as near as another in their order.
std::vector<std::string_view> by_nearness(std::string_view misspelt, std::vector<std::string_view> keys);

/// ` (did you mean 'churn'?)`, or nothing.
std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& keys);

}  // namespace cxm
