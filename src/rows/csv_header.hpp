#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rows/chunk.hpp"
#include "rows/csv_scan.hpp"

namespace cxm {

/// Columns by their names, and those of them that may be meant as texts where there is none of the name.
struct wanted_columns {
    const std::vector<std::string>& names;
    const std::vector<std::string>& perhaps_texts;
};

/// The places of columns in a header; throws bad_input, which `where` begins, where one is missing, or there twice.
std::vector<std::size_t> find_columns(const csv_layout& layout, const wanted_columns& wanted, const std::string& where);

/// Reads the header at the begin of a file's first chunk, which then begins after it: byte order mark, `sep=` line,
/// delimiter (told by the header where none is given), names. More chunks are taken where the header needs them.
///
/// Throws bad_input where there is none, where a wanted column is missing, or there twice.
csv_layout read_header(chunk& first, chunk_reader& more, const std::string& file, std::optional<char> delimiter,
                       const wanted_columns& wanted, bool windows_1252);

}  // namespace cxm
