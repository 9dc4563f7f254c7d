#include "rows/csv_header.hpp"

#include <algorithm>
#include <cstring>

#include "bytes/byte_source.hpp"
#include "catalogue/metrics_in_use.hpp"
#include "rows/csv_split.hpp"
#include "rows/encoding.hpp"
#include "rows/place.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

std::string_view left_of(const chunk& text) { return {text.buffer.data() + text.begin, text.end - text.begin}; }

/// The delimiter that a header's line holds most often outside quotes; a comma where none.
char delimiter_of(std::string_view text) {
    constexpr std::string_view candidates = ",;\t";
    std::size_t counts[candidates.size()] = {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '\n' && !quoted) {
            break;
        }
        quoted ^= c == '"';
        const std::size_t which = candidates.find(c);
        if (which != std::string_view::npos && !quoted) {
            ++counts[which];
        }
    }
    return candidates[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

/// `sep=;` is a line that some spreadsheets put before the header; 0 where there is none.
std::size_t size_of_sep_line(std::string_view text, std::optional<char>& delimiter) {
    if (text.substr(0, 4) != "sep=" || text.size() < 6) {
        return 0;
    }
    const std::size_t feed = text[5] == '\r' ? 6 : 5;
    if (feed >= text.size() || text[feed] != '\n') {
        return 0;
    }
    delimiter = delimiter ? delimiter : text[4];
    return feed + 1;
}

std::vector<std::size_t> find_columns(const csv_layout& layout, const std::vector<std::string>& wanted,
                                      const std::string& where) {
    std::vector<std::size_t> columns;
    for (const std::string& name : wanted) {
        const auto first = std::find(layout.header.begin(), layout.header.end(), name);
        if (first == layout.header.end()) {
            const auto odd = std::find_if(layout.header.begin(), layout.header.end(), [](const std::string& each) {
                return first_invalid_utf8(each) != std::string_view::npos;
            });
            if (odd != layout.header.end()) {
                throw bad_input(where, "the column " + quoted(*odd) + " is not UTF-8 (is it --encoding windows-1252?)");
            }
            std::string names;
            for (const std::string& each : layout.header) {
                names += (names.empty() ? "" : ", ") + quoted(each);
                if (names.size() > 400) {
                    names += ", …";
                    break;
                }
            }
            throw bad_input(where, "there is no column " + quoted(name) +
                                       did_you_mean(name, {layout.header.begin(), layout.header.end()}) +
                                       "; the header has " + names);
        }
        if (std::find(first + 1, layout.header.end(), name) != layout.header.end()) {
            throw bad_input(where, "the column " + quoted(name) + " is there twice: which is meant?");
        }
        columns.push_back(static_cast<std::size_t>(first - layout.header.begin()));
    }
    return columns;
}

}  // namespace

csv_layout read_header(chunk& first, chunk_reader& more, const std::string& file, std::optional<char> delimiter,
                       const std::vector<std::string>& wanted, bool windows_1252) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (left_of(first).substr(0, 3) == byte_order_mark) {
        first.begin += 3;
    }
    first.begin += size_of_sep_line(left_of(first), delimiter);
    while (first.begin == first.end || left_of(first)[0] == '\n' || left_of(first).substr(0, 2) == "\r\n") {
        if (first.begin != first.end) {
            first.begin += left_of(first)[0] == '\n' ? 1 : 2;
        } else if (!more.next(first)) {
            throw bad_input(name_of(file), "is empty: a CSV file begins with its header");
        }
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
    } catch (const csv_fault& fault) {
        refuse_nul(file, first, at, fault.at + 2);
        throw bad_input(place(file, first, fault.at),
                        fault.never_closed ? "the quote that opens here in the header is never closed"
                                           : "a quote within a name of the header: put the whole name in quotes");
    }
    for (const std::string_view cell : cells) {
        std::string room;
        std::string_view name = unquoted(cell, room);
        if (name.find('\r') != std::string_view::npos && name.find('\n') == std::string_view::npos) {
            throw bad_input(where, "lines end in a carriage return alone; make them line feeds (tr '\\r' '\\n')");
        }
        if (windows_1252) {
            (void)from_windows_1252(name, room);
        }
        layout.header.emplace_back(name);
    }
    layout.wanted = find_columns(layout, wanted, where);
    return layout;
}

}  // namespace cxm
