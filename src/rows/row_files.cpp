#include "rows/row_files.hpp"

#include <cstring>

#include <fmt/format.h>

#include "bytes/front_source.hpp"
#include "bytes/readable_text.hpp"
#include "rows/csv_form.hpp"
#include "rows/csv_header.hpp"
#include "rows/csv_scan.hpp"
#include "rows/json_scan.hpp"
#include "rows/place.hpp"
#include "rows/raw_format.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

std::optional<char> delimiter_of_table(const row_reading& how, input_format format) {
    return how.delimiter || format != input_format::tsv ? how.delimiter : '\t';
}

void judge_marks(const std::string& file, const number_reader& numbers) {
    if (numbers.saw_points() && numbers.saw_commas()) {
        throw bad_input(name_of(file),
                        "has numbers with decimal points and with decimal commas; say which by --decimal");
    }
    if (!numbers.doubtful().empty() && !numbers.saw_sure()) {
        throw bad_input(name_of(file), doubt(numbers.doubtful()));
    }
}

template <class Scanner>
void scan_each(Scanner& scanner, chunk_reader& chunks, chunk& text) {
    do {
        scanner.scan(text);
    } while (chunks.next(text));
}

passed_over read_table(const std::string& file, const row_reading& how, input_format format, chunk_reader& chunks,
                       numbered_sink& into, row_remarks& said) {
    chunk text;
    if (!chunks.next(text)) {
        throw bad_input(name_of(file), "is empty: a CSV file begins with its header");
    }
    csv_layout layout = read_header(text, chunks, file, delimiter_of_table(how, format),
                                    {how.columns, how.perhaps_texts}, how.windows_1252);
    layout.skip_ragged = how.skip_ragged;
    if (layout.trims) {
        said.warnings.push_back(name_of(file) + ": the spaces around names and cells are left out");
    }
    const bool either = !how.decimal && layout.delimiter == ';';
    into.numbers = number_reader(either ? std::nullopt : std::optional(how.decimal.value_or('.')));
    csv_scanner scanner(layout, into);
    scan_each(scanner, chunks, text);
    judge_marks(file, into.numbers);
    return scanner.skipped();
}

passed_over read_lines(const std::string& file, const row_reading& how, chunk_reader& chunks, numbered_sink& into) {
    if (how.windows_1252) {
        throw bad_usage("JSON is UTF-8; --encoding windows-1252 is for CSV");
    }
    if (how.edges.any()) {
        throw bad_usage(std::string(how.edges.header_row ? "--header-row" : "--skip-rows") +
                        " is of CSV, and this is JSON");
    }
    chunk text;
    if (!chunks.next(text)) {
        throw bad_input(name_of(file), "is empty");
    }
    const json_layout layout{file, how.columns, how.skip_ragged};
    into.numbers = number_reader();
    json_scanner scanner(layout, into);
    constexpr char byte_order_mark[] = "\xef\xbb\xbf";
    text.begin += std::memcmp(text.buffer.data() + text.begin, byte_order_mark, 3) == 0 ? 3 : 0;
    scan_each(scanner, chunks, text);
    for (std::size_t cell = 0; cell < how.columns.size(); ++cell) {
        if (!scanner.met(cell)) {
            const std::vector<std::string> keys = scanner.top_keys();
            throw bad_input(name_of(file), "no row has " + quoted(how.columns[cell]) +
                                               did_you_mean(how.columns[cell], {keys.begin(), keys.end()}));
        }
    }
    return scanner.skipped();
}

}  // namespace

void read_rows(const std::string& file, const row_reading& how, numbered_sink& into, row_remarks& said) {
    front_source bytes(as_utf8(open_bytes(file), file), edge_bytes);
    const input_format format = how.format == input_format::any ? format_of_raw(file, bytes.front()) : how.format;
    chunk_options reading;
    reading.quotes = format == input_format::csv || format == input_format::tsv;
    reading.progress = how.progress;
    chunk_reader chunks(bytes, reading);
    if (reading.quotes) {
        const std::string edges = pass_over_edges(bytes, delimiter_of_table(how, format), how.edges, file);
        if (!edges.empty()) {
            said.notes.push_back(edges);
        }
    }
    const std::uint64_t before = into.rows;
    const passed_over skipped =
        reading.quotes ? read_table(file, how, format, chunks, into, said) : read_lines(file, how, chunks, into);
    const std::vector<std::string> warnings = findings(skipped, file, into.rows - before);
    said.warnings.insert(said.warnings.end(), warnings.begin(), warnings.end());
    if (const std::string again = headers_again(skipped); !again.empty()) {
        said.notes.push_back(fmt::format("{}:{}: {}: passed over", name_of(file), skipped.first_header, again));
    }
}

}  // namespace cxm
