#include "rows/table_edges.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/byte_source.hpp"
#include "rows/csv_form.hpp"
#include "rows/header_rows.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// How much of a file is looked at, in words.
std::string front_in_words() { return fmt::format("its first {} KiB", edge_bytes >> 10); }

/// The begin of a line that is named.
std::size_t begin_of_line(std::string_view front, std::uint64_t line, const std::string& file) {
    std::size_t at = 0;
    for (std::uint64_t i = 1; i < line; ++i) {
        const std::size_t feed = front.find('\n', at);
        if (feed == front.npos || feed + 1 == front.size()) {
            throw bad_input(name_of(file),
                            fmt::format("--header-row {}: there is no such line in {}", line, front_in_words()));
        }
        at = feed + 1;
    }
    return at;
}

/// Where the first row that is not blank begins.
std::size_t first_row(std::string_view text, std::size_t from) {
    const std::size_t content = std::min(text.find_first_not_of(" \t\r\n", from), text.size());
    return std::max(from, content == 0 ? 0 : text.rfind('\n', content - 1) + 1);
}

}  // namespace

table_edges find_edges(std::string_view front, bool whole, std::optional<char> delimiter, const edge_options& said,
                       const std::string& file) {
    table_edges edges;
    edges.begin = size_of_sep_line(front, name_of(file), delimiter);
    std::size_t from = first_row(front, edges.begin);
    if (said.header_row) {
        from = begin_of_line(front, *said.header_row, file);
        if (from < edges.begin) {
            throw bad_input(name_of(file),
                            fmt::format("--header-row {}: this line says what separates cells, the header "
                                        "stands below it",
                                        *said.header_row));
        }
    }
    char cut_by = delimiter.value_or(delimiter_of(front.substr(from)));
    std::size_t header = 0;
    front_rows rows = front_rows_of(front, from, whole, cut_by, edge_rows);
    if (!said.header_row && !begins_at_once(rows)) {
        const char by_rows = delimiter.value_or(delimiter_by_rows(front, from, whole));
        front_rows others = front_rows_of(front, from, whole, by_rows, edge_rows);
        header = header_among(others);
        if (header != 0) {
            rows = std::move(others);
            cut_by = by_rows;
        }
    }
    if (header >= rows.size()) {
        if (said.skip_rows.value_or(0) != 0) {
            throw bad_input(name_of(file), "--skip-rows: its header does not end within " + front_in_words());
        }
        edges.header = edges.below = edges.data = from;
        return edges;
    }
    edges.header = rows[header].begin;
    edges.line = rows[header].line;
    edges.below = rows[header].end;
    for (std::size_t i = 0; i < header; ++i) {
        edges.above += rows[i].is_blank() ? 0 : 1;
    }
    edges.skipped = said.skip_rows ? *said.skip_rows : rows_below(rows, header);
    if (edges.skipped >= rows.size() - header && edges.skipped < front.size()) {
        rows = front_rows_of(front, from, whole, cut_by, header + edges.skipped + 1);
    }
    if (edges.skipped >= rows.size() - header) {
        throw bad_input(name_of(file), fmt::format("--skip-rows {}: there are not so many rows below the header in {}",
                                                   edges.skipped, front_in_words()));
    }
    edges.data = rows[header + edges.skipped].end;
    return edges;
}

std::string pass_over_edges(front_source& table, std::optional<char> delimiter, const edge_options& said,
                            const std::string& file) {
    const table_edges edges = find_edges(table.front(), table.is_whole(), delimiter, said, file);
    table.blank(edges.begin, edges.header);
    table.blank(edges.below, edges.data);
    const bool above = edges.above != 0 && !said.header_row;
    const bool below = edges.skipped != 0 && !said.skip_rows;
    if (!above && !below) {
        return {};
    }
    const auto count = [](std::uint64_t n, std::string_view what) {
        return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
    };
    const std::string what =
        (above ? count(edges.above, "line") + " above the header" : "") + (above && below ? ", and " : "") +
        (below ? count(edges.skipped, "row") + " of questions and ids below " + (above ? "it" : "the header") : "");
    const std::string flags = (above ? fmt::format("--header-row {}", edges.line) : "") + (above && below ? " " : "") +
                              (below ? fmt::format("--skip-rows {}", edges.skipped) : "");
    const bool one = edges.above * (above ? 1 : 0) + edges.skipped * (below ? 1 : 0) == 1;
    if (said.strict) {
        throw bad_input(name_of(file), fmt::format("{} {} not passed over under --strict unless it is said: {}", what,
                                                   one ? "is" : "are", flags));
    }
    return fmt::format("{}: {} {} passed over, as {} would", name_of(file), what, one ? "is" : "are", flags);
}

}  // namespace cxm
