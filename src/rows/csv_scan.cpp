#include "rows/csv_scan.hpp"

#include <algorithm>

#include "rows/csv_form.hpp"
#include "rows/csv_split.hpp"
#include "rows/encoding.hpp"
#include "rows/place.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

csv_scanner::csv_scanner(const csv_layout& layout, row_sink& sink)
    : layout_(layout),
      sink_(sink),
      separators_of_(runnable_kernels().back().find_separators),
      rows_(layout.wanted.size()),
      begins_(row_batch::most),
      room_(layout.wanted.size() * row_batch::most) {
    for (const char c : {layout.header_text.empty() ? '\n' : layout.header_text[0], layout.delimiter, ' ', '\t', '"'}) {
        begins_no_row_[static_cast<unsigned char>(c)] = true;
    }
}

void csv_scanner::scan(const chunk& text) {
    chunk_ = &text;
    rows_.chunk = text.number;
    handed_on_ = nullptr;
    const char* const begin = text.buffer.data() + text.begin;
    const char* const end = text.buffer.data() + text.end;
    try {
        if (text.has_nul || text.torn != cut::none) {
            scan_exactly(begin, end);
        } else {
            for (const char* at = begin; at != end;) {
                at = scan_window(at, end);
            }
        }
        flush();
    } catch (const cell_problem& problem) {
        refuse(problem);
    }
    note_last_row();
}

/// Scans the rows that end within some bytes, few enough to stay near the processor; gives the begin of the next.
const char* csv_scanner::scan_window(const char* begin, const char* end) {
    constexpr std::size_t window = 1 << 14;
    const std::size_t left = static_cast<std::size_t>(end - begin);
    std::size_t size = std::min(left, window);
    while (find_separators(begin, size) && found_.count == 0 && size != left) {
        size = std::min(left, 2 * size);
    }
    const char* at = begin;
    if (!found_.odd_quotes && found_.count != 0) {
        const char* const next = begin + separators_[found_.count] + 1;
        at = are_regular(begin) ? scan_regular(begin) : scan_found(begin);
        if (at == next) {
            return at;
        }
    }
    scan_exactly(at, end);
    return end;
}

/// Fills `separators_` up to the end of the last row; false where the quotes are odd.
bool csv_scanner::find_separators(const char* begin, std::size_t size) {
    if (separators_.size() < 1 + size + separators_room) {
        separators_.resize(1 + size + separators_room);
        separators_[0] = ~std::uint32_t{0};
    }
    found_ = separators_of_(begin, size, layout_.delimiter, separators_.data() + 1);
    while (found_.count != 0 && begin[separators_[found_.count]] != '\n') {
        --found_.count;
    }
    return !found_.odd_quotes;
}

/// Hands on the rows between the separators found; gives the end, or the first row of another width.
const char* csv_scanner::scan_found(const char* begin) {
    const std::size_t width = layout_.header.size();
    const std::uint32_t* const last = separators_.data() + 1 + found_.count;
    row_ = begin;
    for (const std::uint32_t* row = separators_.data() + 1; row != last;) {
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
        for (std::size_t i = 0; i < layout_.wanted.size(); ++i) {
            const std::size_t column = layout_.wanted[i];
            const char* const from = column == 0 ? row_ : begin + row[column - 1] + 1;
            const char* to = begin + row[column];
            to -= column + 1 == width && to != from && to[-1] == '\r' ? 1 : 0;
            add(i, {from, static_cast<std::size_t>(to - from)});
        }
        end_row();
        row_ = begin + row[width - 1] + 1;
        row += width;
    }
    return row_;
}

/// Puts a cell as it is written into the row that is being made.
void csv_scanner::add(std::size_t cell, std::string_view raw) {
    std::string& room = room_[cell * row_batch::most + rows_.size];
    std::string_view& to = rows_.column(cell)[rows_.size];
    to = unquoted(layout_.trims ? trimmed(raw) : raw, room);
    if (layout_.windows_1252 && !from_windows_1252(to, room)) {
        const std::size_t row = rows_.size;
        begins_[row] = row_;
        flush();
        throw cell_problem{cell, "has a byte that Windows-1252 leaves undefined", false, row};
    }
}

void csv_scanner::end_row() {
    begins_[rows_.size++] = row_;
    if (rows_.size == row_batch::most) {
        flush();
    }
}

/// Has the rows made so far counted, also before a fault behind them is told of.
void csv_scanner::flush() {
    leave_out_no_rows();
    if (rows_.size != 0) {
        rows_.written = begins_.data();
        rows_.written_end = chunk_->buffer.data() + chunk_->end;
        sink_.add(rows_);
        handed_on_ = begins_[rows_.size - 1];
        rows_.size = 0;
    }
}

/// Chunks come to a scanner in their order, so that its last one is the latest.
void csv_scanner::note_last_row() {
    if (handed_on_ == nullptr) {
        return;
    }
    last_row_ = {chunk_->number, chunk_->line_of(handed_on_)};
    try {
        (void)split_record(handed_on_, chunk_->buffer.data() + chunk_->end, layout_.delimiter, all_);
    } catch (const csv_fault&) {
        return;  // was no reason to refuse it
    }
    std::string room;
    for (std::size_t i = 0; i < std::min(all_.size(), layout_.header.size()) && last_row_.cell.empty(); ++i) {
        last_row_.column = i;
        last_row_.cell = trimmed(unquoted(trimmed(all_[i]), room));
    }
}

/// Takes out of the batch what has no cell that is not blank, and the header where it stands again.
void csv_scanner::leave_out_no_rows() {
    const auto may_be_none = [this](const char* row) { return begins_no_row_[static_cast<unsigned char>(*row)]; };
    if (std::none_of(begins_.begin(), begins_.begin() + static_cast<std::ptrdiff_t>(rows_.size), may_be_none)) {
        return;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows_.size; ++i) {
        if (may_be_none(begins_[i]) && is_no_row(begins_[i])) {
            continue;
        }
        if (kept != i) {
            begins_[kept] = begins_[i];
            for (std::size_t cell = 0; cell < layout_.wanted.size(); ++cell) {
                rows_.column(cell)[kept] = rows_.column(cell)[i];
            }
        }
        ++kept;
    }
    rows_.size = kept;
}

/// Whether a row is blank, or the header once more, which is kept count of.
bool csv_scanner::is_no_row(const char* row) {
    const char* const end = chunk_->buffer.data() + chunk_->end;
    if (is_again(layout_.header_text, {row, end})) {
        skipped_.add(repeated_header(chunk_->line_of(row)));
        return true;
    }
    // Of one column, a cell that is blank is a row.
    return layout_.header.size() != 1 && is_blank_row(row, end, layout_.delimiter);
}

void csv_scanner::refuse(const cell_problem& problem) {
    const char* const row = begins_[problem.row];
    const std::size_t column = layout_.wanted[problem.cell];
    const std::string where = place(layout_.file, *chunk_, row);
    if (problem.not_utf8) {
        split_record(row, chunk_->buffer.data() + chunk_->end, layout_.delimiter, all_);
        refuse_not_utf8(where, layout_.header[column], *chunk_, all_[column]);
    }
    throw bad_input(where, shown(layout_.header[column]) + ": " + problem.finding);
}

}  // namespace cxm
