#include "intake/csv_cells.hpp"

#include <cstring>

#include "bytes/byte_scan.hpp"

namespace cxm {

void csv_cells::refuse(const char* where, const char* finding) { throw fault{where, finding}; }

csv_cells::behind csv_cells::next_quoted(csv_cell& cell) {
    const char* const opened = at++;
    bool doubled = false;
    for (;;) {
        const void* const quote = std::memchr(at, '"', static_cast<std::size_t>(end - at));
        if (quote == nullptr) {
            throw fault{opened,
                        "the quote that opens here is never closed: the file is cut off, or one is missing (--ragged "
                        "skip passes over a last row that is cut)",
                        true};
        }
        at = static_cast<const char*>(quote) + 1;
        if (at == end || *at != '"') {
            break;
        }
        doubled = true;
        ++at;
    }
    cell = {{opened + 1, at - 1}, doubled, opened};
    while (trims_ && at < end && *at == ' ') {
        ++at;
    }
    if (at < end && *at == '\r' && (at + 1 == end || at[1] == '\n')) {
        ++at;
    }
    if (at < end && *at != delimiter_ && *at != '\n') {
        refuse(at - 1, "a quote within a cell: put the whole cell in quotes and double those inside");
    }
    return pass();
}

std::string undoubled(std::string_view text) {
    std::string meaning;
    meaning.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        meaning += text[i];
        i += text[i] == '"' ? 1 : 0;
    }
    return meaning;
}

std::size_t end_of_csv_rows(std::string_view text) {
    // A line end is outside of quotes where the quotes before it are even in number; doubled ones do not change that.
    bool odd = bytes::count(text, '"') % 2 != 0;
    std::size_t end = text.size();
    while (end != 0) {
        const std::size_t line_end = text.substr(0, end).rfind('\n');
        const std::size_t from = line_end == std::string_view::npos ? 0 : line_end + 1;
        odd ^= bytes::count(text.substr(from, end - from), '"') % 2 != 0;
        if (line_end == std::string_view::npos || !odd) {
            return from;
        }
        end = line_end;
    }
    return 0;
}

}  // namespace cxm
