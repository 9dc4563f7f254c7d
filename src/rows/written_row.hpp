#pragma once

#include <string_view>
#include <vector>

namespace cxm {

/// A row of CSV as it is written, cut at its delimiters.
struct written_row {
    std::string_view text;                ///< without its line end
    std::string_view end;                 ///< the line end
    std::vector<std::string_view> cells;  ///< with their quotes
};

/// Cuts the row that begins at `at`; a quote anywhere in it keeps delimiters from cutting up to the next, as where
/// rows are found.
void cut_row(const char* at, const char* end, char delimiter, written_row& into);

/// The line of JSON that begins at `at`, without its line end.
std::string_view line_at(const char* at, const char* end);

/// The value of an object's member as it is written, by its key or by a dotted path into nested objects; empty where
/// there is none. The line must be a valid object.
std::string_view json_member(std::string_view object, std::string_view path);

}  // namespace cxm
