#include "intake/csv_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/problem.hpp"
#include "values/number.hpp"
#include "values/plain_number.hpp"

namespace cxm {

namespace {

bool is_text(const field& f) { return f.is == role::period || f.is == role::label; }

}  // namespace

csv_rows::csv_rows(const csv_header& header, const catalogue& known, const input_options& options, block_place place)
    : header_(header),
      place_(place),
      builder_(known, options, place),
      cells_(*place.block.text, header.delimiter),
      index_(cells_.end, header.delimiter) {
    const std::size_t most = place.block.text->size() / header.columns.size();
    builder_.expect(std::min(static_cast<std::size_t>(place.block.lines), most) + 1);
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
            builder_.begin(line);
            line += 1 + read_row();
        }
    } catch (const csv_cells::fault& f) {
        place_.refuse(f.at, f.finding);
    }
    place_.check_text(cells_.end);
    return builder_.finish({});
}

/// Says how many line ends stand inside of its cells.
std::uint64_t csv_rows::read_row() {
    const char* const row = cells_.at;
    std::uint64_t lines = 0;
    index_.pass(row);
    const bool found_cells = row - place_.block.text->data() >= 8 && index_.has(row, fields_.size());
    std::size_t i = found_cells ? read_found_cells(lines) : 0;
    behind after = i == fields_.size() ? behind::line : behind::delimiter;
    for (; i < fields_.size() && after == behind::delimiter; ++i) {
        after = read_cell(*fields_[i], lines);
    }
    if (i < fields_.size() || after == behind::delimiter) {
        std::size_t count = i;
        for (csv_cell cell; after == behind::delimiter; ++count) {
            after = cells_.next(cell);
        }
        place_.refuse(row,
                      fmt::format("{} cell{}, where the header has {}", count, count == 1 ? "" : "s", fields_.size()));
    }
    return lines;
}

/// Reads cells of a row whose ends are known; says how many, fewer than there are only where the row is wrong.
std::size_t csv_rows::read_found_cells(std::uint64_t& lines) {
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
        } else if (is_text(f) && (at == end || (*at != '"' && end[-1] != '\r'))) {
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
    const char* const from = cells_.at;
    if (f.is == role::measure) {
        double value = 0;
        const char* const after = read_plain_number(from, cells_.end, header_.decimal, f.whole, value);
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
        require_sure(cell.text, cell.at);
        builder_.set_number(f, cell.text, header_.decimal, cell.at);
    } else if (f.is == role::complete) {
        const bool yes = cell.text == "true" || cell.text == "TRUE";
        if (!yes && cell.text != "false" && cell.text != "FALSE") {
            place_.refuse(cell.at, fmt::format("complete: {} is not true or false", quoted(cell.text)));
        }
        builder_.set_complete(yes);
    } else if (f.is != role::ignored) {
        builder_.set_text(f, cell.doubled ? builder_.keep(undoubled(cell.text)) : cell.text, cell.at);
    }
}

}  // namespace cxm
