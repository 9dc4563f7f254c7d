#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "rows/front_rows.hpp"

namespace cxm {

/// Whether the first rows are all of one width, as where nothing stands above the header.
bool begins_at_once(const front_rows& rows);

/// The delimiter by which most of a text is cells; that of the first line where it is one of them.
char delimiter_by_rows(std::string_view front, std::size_t from, bool whole);

/// The row of the header, where no doubt is that lines stand above it; 0, the first, where none do or one is.
std::size_t header_among(const front_rows& rows);

/// How many rows below the header are no data: texts of questions, import ids, kinds of answers.
std::uint64_t rows_below(const front_rows& rows, std::size_t header);

}  // namespace cxm
