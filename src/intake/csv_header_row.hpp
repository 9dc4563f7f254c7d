#pragma once

#include <string>

#include "bytes/block_reader.hpp"
#include "intake/record_source.hpp"

namespace cxm {

/// The first row of a table of text, with its line end, and how cells are told apart.
struct csv_header_row {
    std::string text;
    char delimiter = ',';
    bool trims = false;  ///< names have spaces around them: of those, and of cells, they are left out
};

/// Reads on to the header's row, which stays in front of what is left to read.
///
/// Throws bad_input where it is longer than 1 MB, or a line `sep=` names no delimiter.
csv_header_row find_header_row(block_reader& input, const input_options& options);

}  // namespace cxm
