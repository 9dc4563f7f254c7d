#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A text that says nothing where it stands in a column.
struct blank_text {
    std::string text;
    std::string column = {};  ///< empty: in any

    bool operator==(const blank_text&) const = default;
};

/// Whether a text says nothing in a column.
inline bool says_nothing(const std::vector<blank_text>& blanks, std::string_view column, std::string_view text) {
    return std::any_of(blanks.begin(), blanks.end(), [&](const blank_text& blank) {
        return blank.text == text && (blank.column.empty() || blank.column == column);
    });
}

/// Reads `N/A`, or `rating=0` of one column; throws bad_usage.
blank_text parse_blank(std::string_view text);

}  // namespace cxm
