#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A text without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);

/// What stands between the commas of a text, one piece more than there are commas.
std::vector<std::string_view> between_commas(std::string_view text);

/// Parts the digits before a decimal point in threes: `1,204.5`.
void group_digits(std::string& number);

}  // namespace cxm
