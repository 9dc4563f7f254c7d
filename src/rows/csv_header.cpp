#include "rows/csv_header.hpp"

#include <algorithm>
#include <cstring>

#include "bytes/byte_source.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "rows/csv_form.hpp"
#include "rows/csv_split.hpp"
#include "rows/encoding.hpp"
#include "rows/place.hpp"
#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

std::string_view left_of(const chunk& text) { return {text.buffer.data() + text.begin, text.end - text.begin}; }

/// Passes over blank lines, reading on where need be; false where nothing but such is left.
bool skip_blank_lines(chunk& text, chunk_reader& more) {
    for (;;) {
        const std::string_view left = left_of(text);
        const std::size_t content = std::min(left.find_first_not_of(" \r"), left.size());
        if (content != left.size() && left[content] != '\n') {
            return true;
        }
        text.begin += content == left.size() ? content : content + 1;
        if (text.begin == text.end && !more.next(text)) {
            return false;
        }
    }
}

/// As many columns as the first row has cells, where one of them has more than the other that are blank: some programs
/// end rows, or the header, in delimiters.
void fit_to_rows(chunk& text, chunk_reader& more, csv_layout& layout) {
    if (!skip_blank_lines(text, more)) {
        return;
    }
    const char* const at = text.buffer.data() + text.begin;
    std::vector<std::string_view> cells;
    try {
        split_record(at, text.buffer.data() + text.end, layout.delimiter, cells);
    } catch (const csv_fault&) {
        return;  // is told of when the row's turn comes
    }
    if (are_blank_from(cells, layout.header.size()) && are_blank_from(layout.header, cells.size())) {
        layout.header.resize(cells.size());
    }
}

}  // namespace

std::vector<std::size_t> find_columns(const csv_layout& layout, const wanted_columns& wanted,
                                      const std::string& where) {
    std::vector<std::size_t> columns;
    for (const std::string& written : wanted.names) {
        const std::string name(layout.trims ? trimmed(written) : written);
        const auto first = std::find(layout.header.begin(), layout.header.end(), name);
        if (first == layout.header.end()) {
            const auto odd = std::find_if(layout.header.begin(), layout.header.end(), [](const std::string& each) {
                return first_invalid_utf8(each) != std::string_view::npos;
            });
            if (odd != layout.header.end()) {
                throw bad_input(where,
                                "the column " + quote_of(*odd) + " is not UTF-8 (is it --encoding windows-1252?)");
            }
            if (!several_of(name, {layout.header.begin(), layout.header.end()}).empty()) {
                throw bad_input(where, "there is no column " + quote_of(name) +
                                           ", but one for each of these names: give each its own flag");
            }
            std::string names;
            for (const std::string& each : layout.header) {
                names += (names.empty() ? "" : ", ") + quote_of(each);
                if (names.size() > 400) {
                    names += ", …";
                    break;
                }
            }
            throw bad_input(where, "there is no column " + quote_of(name) +
                                       did_you_mean(name, {layout.header.begin(), layout.header.end()}) +
                                       quotes_for_text(name, wanted.perhaps_texts) + "; the header has " + names);
        }
        if (std::find(first + 1, layout.header.end(), name) != layout.header.end()) {
            throw bad_input(where, "the column " + quote_of(name) + " is there twice: which is meant?");
        }
        columns.push_back(static_cast<std::size_t>(first - layout.header.begin()));
    }
    return columns;
}

csv_layout read_header(chunk& first, chunk_reader& more, const std::string& file, std::optional<char> delimiter,
                       const wanted_columns& wanted, bool windows_1252) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (left_of(first).substr(0, 3) == byte_order_mark) {
        first.begin += 3;
    }
    first.begin += size_of_sep_line(left_of(first), name_of(file), delimiter);
    if (!skip_blank_lines(first, more)) {
        throw bad_input(name_of(file), "is empty: a CSV file begins with its header");
    }
    csv_layout layout;
    layout.file = file;
    layout.windows_1252 = windows_1252;
    layout.delimiter = delimiter ? *delimiter : delimiter_of(left_of(first));
    const char* const at = first.buffer.data() + first.begin;
    const std::string where = place(file, first, at);
    std::vector<std::string_view> cells;
    try {
        const char* const after = split_record(at, first.buffer.data() + first.end, layout.delimiter, cells);
        refuse_nul(file, first, at, after);
        first.begin = static_cast<std::size_t>(after - first.buffer.data());
        layout.header_text.assign(at, after);
    } catch (const csv_fault& fault) {
        refuse_nul(file, first, at, fault.at + 2);
        throw bad_input(place(file, first, fault.at),
                        fault.never_closed ? "the quote that opens here in the header is never closed"
                                           : "a quote within a name of the header: put the whole name in quotes");
    }
    for (const std::string_view cell : cells) {
        std::string room;
        std::string_view name = unquoted(cell, room);
        if (windows_1252) {
            (void)from_windows_1252(name, room);
        }
        layout.trims |= !cell.starts_with('"') && trimmed(name) != name;
        layout.header.emplace_back(name);
    }
    for (std::string& name : layout.header) {
        name = layout.trims ? std::string(trimmed(name)) : name;
    }
    fit_to_rows(first, more, layout);
    layout.wanted = find_columns(layout, wanted, where);
    return layout;
}

}  // namespace cxm
