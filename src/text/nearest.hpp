#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// The key nearest to a misspelt one, in whatever case, where it is near enough to be meant; empty otherwise.
std::string_view nearest(std::string_view misspelt, const std::vector<std::string_view>& keys);

/// All the keys, the nearest first; those as near as another in their order.
std::vector<std::string_view> by_nearness(std::string_view misspelt, std::vector<std::string_view> keys);

/// `; the labels are plan, region`, or `; there are no labels`.
std::string those_there_are(std::string_view what, const std::vector<std::string_view>& names);

/// The parts of a text between commas, where there are several and each is one of the names; nothing otherwise.
std::vector<std::string_view> several_of(std::string_view text, const std::vector<std::string_view>& names);

/// ` (did you mean 'churn'?)`, of what is meant for sure.
std::string meant_is(std::string_view key);

/// The same of the nearest key, or nothing.
std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& keys);

}  // namespace cxm
