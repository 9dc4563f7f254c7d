#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A row of a table's front, as it is cut by some delimiter.
struct front_row {
    std::size_t begin = 0;  ///< in the text
    std::size_t end = 0;    ///< behind its line feed
    std::uint64_t line = 1;
    std::vector<std::string> cells;  ///< without quotes, and without spaces around

    /// How many cells hold something.
    std::size_t filled() const;

    bool is_blank() const { return filled() == 0; }
};

using front_rows = std::vector<front_row>;

/// The rows of a text from a place on, at most so many; a line whose quotes are odd is a row of one cell. A last one
/// that `whole` does not say to be there in full is left out.
front_rows front_rows_of(std::string_view text, std::size_t from, bool whole, char delimiter, std::size_t most);

/// Whether a cell looks like a number, an amount, a date or a time, rather than a name: `12`, `3.5 %`, `2024-01-05
/// 10:00`.
bool looks_like_a_value(std::string_view cell);

}  // namespace cxm
