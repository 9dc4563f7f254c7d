#include "rows/csv_split.hpp"

#include <cstddef>

namespace cxm {

namespace {

/// After the quote that closes a cell.
const char* after_quoted(const char* at, const char* end) {
    const char* const opening = at++;
    for (;; ++at) {
        if (at == end) {
            throw csv_fault{opening, true};
        }
        if (*at == '"') {
            if (at + 1 == end || at[1] != '"') {
                return at + 1;
            }
            ++at;
        }
    }
}

}  // namespace

const char* split_record(const char* at, const char* end, char delimiter, std::vector<std::string_view>& cells) {
    cells.clear();
    const char* begin = at;
    const auto end_cell = [&](const char* to) { cells.emplace_back(begin, static_cast<std::size_t>(to - begin)); };
    for (;;) {
        const bool quoted = at != end && *at == '"';
        at = quoted ? after_quoted(at, end) : at;
        if (quoted && at != end && *at == '\r' && at + 1 != end && at[1] == '\n') {
            end_cell(at);
            return at + 2;
        }
        if (quoted && at != end && *at != delimiter && *at != '\n') {
            throw csv_fault{at - 1, false};
        }
        while (at != end && *at != delimiter && *at != '\n') {
            if (*at == '"') {
                throw csv_fault{at, false};
            }
            ++at;
        }
        const bool crlf = at != end && *at == '\n' && at != begin && at[-1] == '\r';
        end_cell(crlf ? at - 1 : at);
        if (at == end || *at == '\n') {
            return at == end ? at : at + 1;
        }
        begin = ++at;
    }
}

}  // namespace cxm
