#include <algorithm>

#include "rows/csv_scan.hpp"
#include "rows/csv_split.hpp"

// Rows that are all as wide as the header, and of which nothing looks odd.
namespace cxm {

namespace {

/// The last cell of a row.
std::string_view without_return(std::string_view raw) {
    raw.remove_suffix(!raw.empty() && raw.back() == '\r' ? 1 : 0);
    return raw;
}

}  // namespace

/// Whether each row is as wide as the header: there are as many line feeds as rows, and they end them.
bool csv_scanner::are_regular(const char* begin) const {
    const std::size_t width = layout_.header.size();
    if (width == 1 || layout_.windows_1252 || layout_.trims || found_.feeds * width != found_.count) {
        return false;
    }
    bool feeds_end_rows = true;
    for (std::size_t at = width; at <= found_.count; at += width) {
        feeds_end_rows &= begin[separators_[at]] == '\n';
    }
    return feeds_end_rows;
}

/// Hands on rows that are regular, a column of a batch at a time.
const char* csv_scanner::scan_regular(const char* begin) {
    const std::size_t width = layout_.header.size();
    const std::uint32_t* row = separators_.data();
    const auto after = [&](const std::uint32_t* separator) { return begin + (*separator + 1); };
    for (std::size_t left = found_.feeds; left != 0;) {
        const std::size_t first = rows_.size;
        const std::size_t size = std::min(left, row_batch::most - first);
        for (std::size_t i = 0; i < size; ++i) {
            begins_[first + i] = after(row + i * width);
        }
        for (std::size_t cell = 0; cell < layout_.wanted.size(); ++cell) {
            const std::size_t column = layout_.wanted[cell];
            const std::uint32_t* before = row + column;
            std::string_view* const to = rows_.column(cell);
            std::string* const room = room_.data() + cell * row_batch::most;
            const auto cut = [&](auto written) {
                for (std::string_view* at = to + first; at != to + first + size; ++at, before += width) {
                    const char* const from = after(before);
                    const std::string_view raw = written({from, static_cast<std::size_t>(begin + before[1] - from)});
                    *at = *from == '"' ? unquoted(raw, room[at - to]) : raw;
                }
            };
            if (column + 1 == width) {
                cut(without_return);
            } else {
                cut([](std::string_view raw) { return raw; });
            }
        }
        rows_.size += size;
        left -= size;
        row += size * width;
        if (rows_.size == row_batch::most) {
            flush();
        }
    }
    return after(row);
}

}  // namespace cxm
