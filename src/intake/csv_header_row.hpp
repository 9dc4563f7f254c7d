#pragma once

#include <string>
#include <string_view>

#include "bytes/block_reader.hpp"
#include "intake/record_source.hpp"

namespace cxm {

/// The first row of a table of text, with its line end, and how cells are told apart.
struct csv_header_row {
    std::string text;
    char delimiter = ',';
    bool spaces_lead = false;  ///< each delimiter is followed by a space that is no part of the cell
};

/// The one of , ; | and tab that stands most often outside of quotes in a row.
char likely_delimiter(std::string_view row);

/// Reads on to the header's row, which stays in front of what is left to read.
///
/// Throws bad_input where it is longer than 1 MB, or a line `sep=` names no delimiter.
csv_header_row find_header_row(block_reader& input, const input_options& options);

}  // namespace cxm
