#pragma once

#include <cstddef>
#include <string_view>

#include "bytes/kernels.hpp"
#include "rows/row_batch.hpp"
#include "values/fixed.hpp"

// Loops over one column of a batch that find the rows for which something holds, without a branch on what a cell is.
// All rows are looked at, also those that nobody asked about: that is quicker than to leave them out.
namespace cxm {

/// Rows whose cells are a text, blank rows, and rows whose cells may be no UTF-8, not having been seen to be ASCII.
struct text_match {
    row_mask same = 0;
    row_mask blank = 0;
    row_mask maybe_invalid = 0;
};

row_mask blank_rows(const std::string_view* cells, std::size_t rows);

text_match rows_with(std::string_view text, const std::string_view* cells, std::size_t rows);

/// Rows whose cells come before a text, by their bytes.
row_mask rows_before(std::string_view text, const std::string_view* cells, std::size_t rows);

/// Reads cells as numbers as most are, also those that nobody asked about; others, and numbers that the reader has to
/// see because it notes how they are written, are told of.
void read_numbers(const std::string_view* cells, std::size_t rows, const number_reader& how, short_numbers& into,
                  number_kind of = number_kind::any);

}  // namespace cxm
