#include "tally/csv_scan.hpp"

#include <fmt/format.h>

#include <cstring>

#include "problem.hpp"
#include "tally/csv_split.hpp"
#include "tally/encoding.hpp"
#include "tally/place.hpp"

namespace cxm {

csv_scanner::csv_scanner(const csv_layout& layout, row_sink& sink)
    : layout_(layout),
      sink_(sink),
      separators_of_(fastest_separators()),
      raw_(layout.wanted.size()),
      cells_(layout.wanted.size()),
      room_(layout.wanted.size()) {}

void csv_scanner::scan(const chunk& text) {
    chunk_ = &text;
    const char* const begin = text.buffer.data() + text.begin;
    const char* const end = text.buffer.data() + text.end;
    try {
        if (text.has_nul || text.torn != cut::none || !find_separators(begin, end)) {
            scan_exactly(begin, end);
        } else if (const char* const odd = scan_found(begin); odd != end) {
            scan_exactly(odd, end);
        }
    } catch (const cell_problem& found) {
        refuse(found);
    }
}

/// Fills `separators_`; false where the quotes are odd.
bool csv_scanner::find_separators(const char* begin, const char* end) {
    const std::size_t size = static_cast<std::size_t>(end - begin);
    if (separators_.size() < size + separators_room) {
        separators_.resize(size + separators_room);
    }
    count_ = separators_of_(begin, size, layout_.delimiter, separators_.data());
    return count_ != odd_quotes;
}

/// Hands on the rows between the separators found; gives the end, or the first row of another width.
const char* csv_scanner::scan_found(const char* begin) {
    const std::size_t width = layout_.header.size();
    const std::size_t wanted = layout_.wanted.size();
    const std::uint32_t* const last = separators_.data() + count_;
    row_ = begin;
    for (const std::uint32_t* row = separators_.data(); row != last;) {
        const char* const first_end = begin + row[0];
        if (*first_end == '\n' && (first_end == row_ || (first_end == row_ + 1 && *row_ == '\r'))) {
            row_ = first_end + 1;
            ++row;
            continue;
        }
        if (static_cast<std::size_t>(last - row) < width || begin[row[width - 1]] != '\n') {
            return row_;
        }
        for (std::size_t i = 0; i + 1 < width; ++i) {
            if (begin[row[i]] == '\n') {
                return row_;
            }
        }
        for (std::size_t i = 0; i < wanted; ++i) {
            const std::size_t column = layout_.wanted[i];
            const char* const from = column == 0 ? row_ : begin + row[column - 1] + 1;
            const char* to = begin + row[column];
            to -= column + 1 == width && to != from && to[-1] == '\r' ? 1 : 0;
            raw_[i] = {from, static_cast<std::size_t>(to - from)};
        }
        give();
        row_ = begin + row[width - 1] + 1;
        row += width;
    }
    return row_;
}

void csv_scanner::scan_exactly(const char* at, const char* end) {
    const bool torn = chunk_->torn != cut::none;
    try {
        while (at != end) {
            row_ = at;
            at = split_record(at, end, layout_.delimiter, all_);
            refuse_nul(layout_.file, *chunk_, row_, at);
            if (all_.size() == 1 && all_[0].empty()) {
                continue;
            }
            if (all_.size() != layout_.header.size()) {
                if (!layout_.skip_ragged) {
                    refuse_width(row_, all_.size());
                }
                ++skipped_;
                continue;
            }
            for (std::size_t i = 0; i < raw_.size(); ++i) {
                raw_[i] = all_[layout_.wanted[i]];
            }
            give();
        }
        if (chunk_->torn == cut::too_long) {
            throw bad_input(place(layout_.file, *chunk_, row_), "a row longer than 16 MiB: is this a CSV file?");
        }
    } catch (const csv_fault& fault) {
        refuse_nul(layout_.file, *chunk_, row_, fault.at);
        const std::string where = place(layout_.file, *chunk_, fault.at);
        if (!fault.never_closed) {
            throw bad_input(where, "a quote within a cell: put the whole cell in quotes and double those inside");
        }
        if (chunk_->torn == cut::too_long) {
            throw bad_input(where, "the quote that opens here is not closed within 16 MiB: is one missing?");
        }
        if (!torn || !layout_.skip_ragged) {
            throw bad_input(where, "the quote that opens here is never closed: the file is cut off, or one is missing "
                                   "(--ragged skip passes over a last row that is cut)");
        }
        ++skipped_;
    }
}

void csv_scanner::give() {
    for (std::size_t i = 0; i < raw_.size(); ++i) {
        cells_[i] = unquoted(raw_[i], room_[i]);
        if (layout_.windows_1252 && !from_windows_1252(cells_[i], room_[i])) {
            throw cell_problem{i, "has a byte that Windows-1252 leaves undefined"};
        }
    }
    sink_.add(cells_.data());
}

void csv_scanner::refuse(const cell_problem& found) const {
    const std::string& column = layout_.header[layout_.wanted[found.cell]];
    if (found.not_utf8) {
        refuse_not_utf8(place(layout_.file, *chunk_, row_), column, *chunk_, raw_[found.cell]);
    }
    throw bad_input(place(layout_.file, *chunk_, row_), shown(column) + ": " + found.finding);
}

void csv_scanner::refuse_width(const char* at, std::size_t cells) const {
    throw bad_input(place(layout_.file, *chunk_, at),
                    fmt::format("{} cell{} where the header has {} (--ragged skip passes over such rows)", cells,
                                cells == 1 ? "" : "s", layout_.header.size()));
}

}  // namespace cxm
