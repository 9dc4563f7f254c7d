#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/pieces.hpp"

namespace cxm {

/// The one of `,` `;` tab and `|` that a header holds most often outside quotes; a comma where none.
char delimiter_of(std::string_view header);

/// ` (a text goes in single quotes: 'free')` for a column that is not there, if it may be meant as one.
std::string quotes_for_text(const std::string& column, const std::vector<std::string>& perhaps_texts);

/// Whether the cells, or names, from one on hold nothing.
template <class Cells>
bool are_blank_from(const Cells& cells, std::size_t first) {
    for (std::size_t i = first; i < cells.size(); ++i) {
        if (!trimmed(cells[i]).empty() && cells[i] != "\"\"") {
            return false;
        }
    }
    return true;
}

/// Whether a row begins here in which nothing stands: spaces, `""` and delimiters alone.
bool is_blank_row(const char* at, const char* end, char delimiter);

/// The bytes of a first line `sep=;` with its end, as some spreadsheets write it, 0 where there is none; `delimiter` is
/// what it says unless one was given. Throws bad_input for a mark that separates no cells; `file` is shown.
std::size_t size_of_sep_line(std::string_view text, const std::string& file, std::optional<char>& delimiter);

/// Whether a text begins with the header of its file, `header` with its line end.
bool is_again(std::string_view header, std::string_view text);

}  // namespace cxm
