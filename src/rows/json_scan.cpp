#include "rows/json_scan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rows/json_text.hpp"
#include "rows/place.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// Thrown at a last line that is cut, where such are passed over.
struct cut_line {};

}  // namespace

json_scanner::json_scanner(const json_layout& layout, row_sink& sink)
    : layout_(layout),
      sink_(sink),
      paths_(layout.wanted),
      rows_(layout.wanted.size()),
      begins_(row_batch::most),
      raw_(layout.wanted.size()),
      room_(layout.wanted.size() * row_batch::most),
      filled_(layout.wanted.size()),
      entered_(paths_.size()),
      after_plain_(runnable_kernels().back().after_plain_text) {}

void json_scanner::scan(const chunk& text) {
    chunk_ = &text;
    rows_.chunk = text.number;
    const char* at = text.buffer.data() + text.begin;
    const char* const end = text.buffer.data() + text.end;
    if (text.torn != cut::none) {
        line_ = at;
        refuse(at, "a line longer than 16 MiB: is this NDJSON, one object a line?");
    }
    try {
        while (at != end) {
            line_ = at;
            if (text.has_nul) {
                flush();
                refuse_nul(layout_.file, text, at, std::find(at, end, '\n'));
            }
            at = after_spaces(at);
            if (*at == '\n') {
                ++at;
                continue;
            }
            at = row(at);
            if (++rows_.size == row_batch::most) {
                flush();
            }
        }
        flush();
    } catch (const cell_problem& problem) {
        refuse(problem);
    } catch (const cut_line&) {
        skipped_.cut = place(layout_.file, text, line_) + ": the end of the file cuts this line, which was passed over";
    }
}

/// The cells of a line, which begins at `at` but for spaces; gives the begin of the next.
const char* json_scanner::row(const char* at) {
    if (*at != '{') {
        refuse(at, "not an object; raw JSON is one object a line (jq -c '.[]' turns an array into lines)");
    }
    ++row_;
    begins_[rows_.size] = line_;
    for (std::size_t cell = 0; cell < raw_.size(); ++cell) {
        rows_.column(cell)[rows_.size] = blank_cell;
    }
    at = after_spaces(object(at + 1, 0, 1));
    if (*at != '\n') {
        refuse(at, "more after the object of this line");
    }
    return at + 1;
}

/// Has the rows made so far counted, also before a fault behind them is told of.
void json_scanner::flush() {
    if (rows_.size != 0) {
        rows_.written = begins_.data();
        rows_.written_end = chunk_->buffer.data() + chunk_->end;
        sink_.add(rows_);
        rows_.size = 0;
    }
}

/// Whether the end of the file is what is wrong: the line lacks its line feed, and nothing but a broken word is left.
bool json_scanner::is_cut(const char* at) const {
    const char* const end = chunk_->buffer.data() + chunk_->end - 1;
    return chunk_->lacks_feed && *after_spaces(line_) == '{' && std::none_of(at, end, [](char c) {
               return std::string_view("\n\"{}[],: ").find(c) != std::string_view::npos;
           });
}

void json_scanner::refuse(const char* at, const std::string& finding) {
    flush();
    const bool cut = is_cut(at);
    if (cut && layout_.skip_cut) {
        throw cut_line{};
    }
    throw bad_input(
        fmt::format("{}:{}", place(layout_.file, *chunk_, line_), at - line_ + 1),
        finding + (cut ? ": the file is cut off here (--ragged skip passes over a last line that is cut)" : ""));
}

void json_scanner::refuse(const cell_problem& problem) {
    const std::string& field = layout_.wanted[problem.cell];
    const char* const line = begins_[problem.row];
    const std::string where = place(layout_.file, *chunk_, line);
    if (problem.not_utf8) {
        rows_.size = 0;
        row(after_spaces(line));
        refuse_not_utf8(where, field, *chunk_, raw_[problem.cell]);
    }
    throw bad_input(where, shown(field) + ": " + problem.finding);
}

}  // namespace cxm
