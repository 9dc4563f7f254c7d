#include "intake/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rows/csv_form.hpp"
#include "text/ascii.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "values/number.hpp"
#include "values/plain_number.hpp"

namespace cxm {

namespace {

bool is_text(const field& f) { return f.is == role::period || f.is == role::label; }

/// Whether a column holds squared weights of answers.
bool has_weights(const csv_header& header) {
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const csv_header::column& weights) {
        return std::any_of(header.columns.begin(), header.columns.end(), [&](const csv_header::column& answers) {
            return answers.of != nullptr && weights.of != nullptr && answers.of->weights != nullptr &&
                   *answers.of->weights == *weights.of;
        });
    });
}

}  // namespace

csv_rows::csv_rows(const csv_header& header, const catalogue& known, const input_options& options, block_place place)
    : header_(header),
      options_(options),
      place_(place),
      builder_(known, options, place, has_weights(header)),
      cells_(*place.block.text, header.delimiter, header.trims),
      index_(cells_.end, header.delimiter) {
    const std::size_t most = place.block.text->size() / header.columns.size();
    builder_.expect(std::min(static_cast<std::size_t>(place.block.lines), most) + 1);
    builder_.is_result = std::any_of(header.columns.begin(), header.columns.end(),
                                     [](const csv_header::column& column) { return column.is == role::finding; });
    for (const csv_header::column& column : header.columns) {
        fields_.push_back(&builder_.add(column.name, column.is, column.of));
    }
}

records csv_rows::read() {
    std::uint64_t line = place_.block.line;
    try {
        while (cells_.at < cells_.end) {
            if (cells_.at_blank_line()) {
                cells_.skip_line();
                ++line;
                continue;
            }
            if (*cells_.at == header_.text[0] && is_again(header_.text, {cells_.at, cells_.end})) {
                skipped_.add(repeated_header(line));
                const std::size_t size = header_.text.find_last_not_of("\r\n") + 1;
                line += 1 + bytes::count({cells_.at, size}, '\n');
                cells_.at += size;
                cells_.skip_line();
                continue;
            }
            builder_.begin(line);
            line += 1 + read_row(line);
        }
    } catch (const csv_cells::fault& f) {
        if (f.never_closed && !place_.block.last) {
            place_.refuse(f.at, "the quote that opens here is not closed within 64 MB: is one missing?");
        }
        if (!f.never_closed || !options_.skip_ragged) {
            place_.refuse(f.at, f.finding);
        }
        pass_over_cut(f.at);
    }
    place_.check_text(cells_.end);
    return builder_.finish({});
}

/// Says how many line ends stand inside of its cells.
std::uint64_t csv_rows::read_row(std::uint64_t line) {
    const char* const row = cells_.at;
    std::uint64_t lines = 0;
    index_.pass(row);
    const bool ends_known = row - place_.block.text->data() >= 8 && index_.has(row, fields_.size());
    std::size_t i = ends_known ? read_known_cells(lines) : 0;
    behind after = i == fields_.size() ? behind::line : behind::delimiter;
    for (; i < fields_.size() && after == behind::delimiter; ++i) {
        after = read_cell(*fields_[i], lines);
    }
    const std::size_t more = after == behind::delimiter ? pass_cells(lines) : 0;
    const auto left = fields_.begin() + static_cast<std::ptrdiff_t>(i);
    const bool nameless =
        more == 0 && std::all_of(left, fields_.end(), [](const field* f) { return f->is == role::nameless; });
    if (i + more == fields_.size() || nameless) {
        return lines;
    }
    if (!options_.skip_ragged) {
        place_.refuse(row, fmt::format("{} cell{} where the header has {} (--ragged skip passes over such rows)",
                                       i + more, i + more == 1 ? "" : "s", fields_.size()));
    }
    builder_.take_back();
    skipped_.add({1, lines + 1, line, {}});
    return lines;
}

/// Passes over the cells behind those of the header; says how many, none where they are blank.
std::size_t csv_rows::pass_cells(std::uint64_t& lines) {
    std::size_t count = 0;
    bool blank = true;
    for (behind after = behind::delimiter; after == behind::delimiter; ++count) {
        csv_cell cell;
        after = cells_.next(cell);
        blank = blank && cell.text.empty();
        lines += bytes::count(cell.text, '\n');
    }
    return blank ? 0 : count;
}

/// Reads cells of a row whose ends are known; says how many, fewer than there are only where the row is wrong.
std::size_t csv_rows::read_known_cells(std::uint64_t& lines) {
    const std::size_t count = fields_.size();
    const char* at = cells_.at;
    std::size_t i = 0;
    for (; i < count; ++i) {
        const char* const end = index_.end_of(i);
        if (*end != (i + 1 < count ? header_.delimiter : '\n')) {
            break;
        }
        field& f = *fields_[i];
        std::uint64_t value = 0;
        if (f.takes_eight_digits && read_digits(at, end, value)) {
            builder_.set(f, static_cast<double>(value));
        } else if (is_text(f) && (at == end || (*at != '"' && end[-1] != '\r' &&
                                                (!header_.trims || (*at != ' ' && end[-1] != ' '))))) {
            builder_.set_text(f, {at, end}, at);
        } else {
            cells_.at = at;
            read_cell(f, lines);
        }
        at = end + 1;
    }
    cells_.at = at;
    return i;
}

csv_rows::behind csv_rows::read_cell(field& f, std::uint64_t& lines) {
    const char* const from = cells_.first_of_cell(cells_.at);
    if (f.is == role::measure && options_.blanks.empty()) {
        double value = 0;
        const char* const after = read_plain_number(from, cells_.end, header_.numbers.decimal, f.whole, value);
        if (after != nullptr && after < cells_.end && (*after == header_.delimiter || *after == '\n') &&
            value >= f.least && value <= f.most) {
            require_sure({from, after}, from);
            cells_.at = after;
            builder_.set(f, value);
            return cells_.pass();
        }
    }
    csv_cell cell;
    const behind after_cell = cells_.next(cell);
    if (*from == '"') {
        lines += bytes::count(cell.text, '\n');
    }
    if (!cell.text.empty()) {
        set(f, cell);
    }
    return after_cell;
}

void csv_rows::require_sure(std::string_view number, const char* at) const {
    if (header_.doubtful && may_be_grouped(number)) {
        place_.refuse(at, doubt(number));
    }
}

void csv_rows::set(field& f, const csv_cell& cell) {
    if (f.is == role::measure) {
        if (!f.whole) {
            require_sure(cell.text, cell.at);
        }
        builder_.set_number(f, cell.text, header_.numbers, cell.at);
    } else if (f.is == role::finding) {
        builder_.set_finding(f, cell.doubled ? builder_.keep(undoubled(cell.text)) : cell.text, cell.at);
    } else if (f.is == role::derived) {
        require_derived(f, cell);
    } else if (f.is == role::complete) {
        const bool yes = cell.text == "true" || cell.text == "TRUE";
        if (!yes && cell.text != "false" && cell.text != "FALSE") {
            place_.refuse(cell.at, fmt::format("complete: {} is not true or false", quote_of(cell.text)));
        }
        builder_.set_complete(yes);
    } else if (f.is == role::nameless && !is_ignored(options_, "", true)) {
        place_.refuse(cell.at, fmt::format("{} stands in a column without a name; --ignore '' passes over it",
                                           quote_of(cell.text)));
    } else if (f.is == role::period || f.is == role::label) {
        builder_.set_text(f, cell.doubled ? builder_.keep(undoubled(cell.text)) : cell.text, cell.at);
    }
}

/// The file's first part told that a column holds no counts: what is no number there is something else.
void csv_rows::require_derived(const field& f, const csv_cell& cell) const {
    const bool has_letter =
        std::any_of(cell.text.begin(), cell.text.end(), [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; });
    if (has_letter && !says_nothing(options_.blanks, f.name, cell.text)) {
        place_.refuse(cell.at,
                      fmt::format("{} stands in {}, which up to here holds percentages or means; --ignore {} "
                                  "passes over it, --label {} makes it a label",
                                  quote_of(cell.text), quote_of(f.name), shell_word(f.name), shell_word(f.name)));
    }
}

/// The quote that is never closed takes what is left of the file; that is one row only where no line of it looks like
/// another.
void csv_rows::pass_over_cut(const char* opening) {
    std::uint64_t lines = 1;
    for (const char* line = std::find(opening, cells_.end, '\n'); line != cells_.end && line + 1 != cells_.end;
         ++lines) {
        const char* const next = std::find(line + 1, cells_.end, '\n');
        const auto delimiters = static_cast<std::size_t>(std::count(line + 1, next, header_.delimiter));
        if (delimiters + 1 == fields_.size()) {
            place_.refuse(opening,
                          fmt::format("the quote that opens here is never closed, though line {} looks like a "
                                      "row again: close it",
                                      place_.block.line + bytes::count({place_.block.text->data(), line + 1}, '\n')));
        }
        line = next;
    }
    builder_.take_back();
    skipped_.cut = fmt::format("{}: the quote that opens here is never closed: the last row, {} line{} up to the end "
                               "of the file, was passed over",
                               place_.of(opening), lines, lines == 1 ? "" : "s");
}

}  // namespace cxm
