#include <fmt/format.h>

#include <algorithm>

#include "rows/csv_form.hpp"
#include "rows/csv_scan.hpp"
#include "rows/csv_split.hpp"
#include "rows/place.hpp"
#include "text/problem.hpp"

// The slow way: for what is odd, and to say what is wrong.
namespace cxm {

void csv_scanner::scan_exactly(const char* at, const char* end) {
    try {
        while (at != end) {
            row_ = at;
            at = split_record(at, end, layout_.delimiter, all_);
            if (chunk_->has_nul) {
                flush();
                refuse_nul(layout_.file, *chunk_, row_, at);
            }
            if (all_.size() == 1 && all_[0].empty()) {
                continue;
            }
            if (all_.size() != 1 && is_blank_row(row_, at, layout_.delimiter)) {
                continue;
            }
            if (!are_blank_from(all_, layout_.header.size()) || !are_blank_from(layout_.header, all_.size())) {
                if (!layout_.skip_ragged) {
                    flush();
                    refuse_width(row_, all_.size());
                }
                pass_over(row_, at);
                continue;
            }
            for (std::size_t i = 0; i < layout_.wanted.size(); ++i) {
                add(i, all_[layout_.wanted[i]]);
            }
            end_row();
        }
        flush();
        if (chunk_->torn == cut::too_long) {
            throw bad_input(place(layout_.file, *chunk_, row_), "a row longer than 16 MiB: is this a CSV file?");
        }
    } catch (const csv_fault& fault) {
        flush();
        refuse_nul(layout_.file, *chunk_, row_, fault.at);
        const std::string where = place(layout_.file, *chunk_, fault.at);
        if (!fault.never_closed) {
            throw bad_input(where, "a quote within a cell: put the whole cell in quotes and double those inside");
        }
        if (chunk_->torn == cut::too_long) {
            throw bad_input(where, "the quote that opens here is not closed within 16 MiB: is one missing?");
        }
        if (!layout_.skip_ragged) {
            throw bad_input(where, "the quote that opens here is never closed: the file is cut off, or one is missing "
                                   "(--ragged skip passes over a last row that is cut)");
        }
        pass_over_cut(fault.at);
    }
}

void csv_scanner::pass_over(const char* row, const char* end) {
    const auto lines = static_cast<std::uint64_t>(std::count(row, end, '\n'));
    skipped_.add({1, lines, skipped_.rows == 0 ? chunk_->line_of(row) : skipped_.first, {}});
}

/// The quote never closed takes all up to the end of the file. Where that has lines as wide as the header, they are
/// rows, and the row at fault is not the last.
void csv_scanner::pass_over_cut(const char* opening) {
    const char* const end = chunk_->buffer.data() + chunk_->end;
    const std::string where = place(layout_.file, *chunk_, opening);
    std::uint64_t lines = 1;
    for (const char* line = std::find(opening, end, '\n'); line != end && line + 1 != end; ++lines) {
        const char* const next = std::find(line + 1, end, '\n');
        try {
            split_record(line + 1, next, layout_.delimiter, all_);
        } catch (const csv_fault&) {
            all_.clear();
        }
        if (all_.size() == layout_.header.size()) {
            throw bad_input(where, fmt::format("the quote that opens here is never closed, though line {} looks like a "
                                               "row again: close it",
                                               chunk_->line_of(line + 1)));
        }
        line = next;
    }
    skipped_.cut = fmt::format("{}: the quote that opens here is never closed: the last row, {} line{} up to the end "
                               "of the file, was passed over",
                               where, lines, lines == 1 ? "" : "s");
}

void csv_scanner::refuse_width(const char* at, std::size_t cells) const {
    throw bad_input(place(layout_.file, *chunk_, at),
                    fmt::format("{} cell{} where the header has {} (--ragged skip passes over such rows)", cells,
                                cells == 1 ? "" : "s", layout_.header.size()));
}

}  // namespace cxm
