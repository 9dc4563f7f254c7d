#include "tally/csv_scan.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>

#include "problem.hpp"
#include "tally/csv_masks.hpp"
#include "tally/csv_split.hpp"
#include "tally/encoding.hpp"
#include "tally/place.hpp"

namespace cxm {

namespace {

/// Whether all that follows closing quotes is a carriage return and a line feed.
bool are_line_ends(const char* begin, std::uint64_t after_closing) {
    for (; after_closing != 0; after_closing &= after_closing - 1) {
        const char* const after = begin + std::countr_zero(after_closing);
        if (after[0] != '\r' || after[1] != '\n') {
            return false;
        }
    }
    return true;
}

/// Writes eight positions whatever there is, and keeps as many as there are: a mispredicted branch costs more.
std::uint32_t* write_positions(std::uint32_t* out, std::uint64_t bits, std::uint32_t base) {
    constexpr std::uint64_t stop = std::uint64_t{1} << 63;
    std::uint32_t* const after = out + bits_in(bits);
    do {
        for (int i = 0; i < 8; ++i) {
            out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits | stop));
            bits &= bits - 1;
        }
        out += 8;
    } while (bits != 0);
    return after;
}

}  // namespace

csv_scanner::csv_scanner(const csv_layout& layout, row_sink& sink)
    : layout_(layout),
      sink_(sink),
      raw_(layout.wanted.size()),
      cells_(layout.wanted.size()),
      room_(layout.wanted.size()) {}

void csv_scanner::scan(const chunk& text) {
    chunk_ = &text;
    const char* const begin = text.buffer.data() + text.begin;
    const char* const end = text.buffer.data() + text.end;
    if (text.has_nul) {
        refuse_nul(layout_.file, text);
    }
    try {
        if (text.torn != cut::none || !find_separators(begin, end)) {
            scan_exactly(begin, end);
        } else if (const char* const odd = scan_found(begin); odd != end) {
            scan_exactly(odd, end);
        }
    } catch (const cell_problem& found) {
        refuse(found);
    }
}

/// Fills `separators_` with those outside quotes; false where a quote is not at the edge of a cell.
bool csv_scanner::find_separators(const char* begin, const char* end) {
    const std::size_t size = static_cast<std::size_t>(end - begin);
    if (separators_.size() < size + 64) {
        separators_.resize(size + 64);
    }
    std::uint32_t* out = separators_.data();
    std::uint64_t within = 0;         // all ones while a quote is open
    std::uint64_t may_open = 1;       // the byte before lets a quote open
    std::uint64_t closed_before = 0;  // the byte before closed a quote
    for (std::size_t base = 0; base < size; base += 64) {
        auto [quotes, separators] = masks_of(begin + base, layout_.delimiter);
        if (size - base < 64) {
            const std::uint64_t inside = (std::uint64_t{1} << (size - base)) - 1;
            quotes &= inside;
            separators &= inside;
        }
        // No branch on whether there are quotes: it would be mispredicted every few words.
        const std::uint64_t inside = prefix_xor(quotes) ^ within;
        within = std::uint64_t{0} - (inside >> 63);
        separators &= ~inside;
        const std::uint64_t opening = quotes & inside;
        const std::uint64_t closing = quotes & ~inside;
        const std::uint64_t before_opening = separators | closing;
        const std::uint64_t stray = opening & ~(before_opening << 1 | may_open);
        const std::uint64_t after_closing = (closing << 1 | closed_before) & ~(separators | opening);
        may_open = before_opening >> 63;
        closed_before = closing >> 63;
        if ((stray | after_closing) != 0 && !(stray == 0 && are_line_ends(begin + base, after_closing))) {
            return false;
        }
        out = write_positions(out, separators, static_cast<std::uint32_t>(base));
    }
    count_ = static_cast<std::size_t>(out - separators_.data());
    return true;
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
