#include "look/file_facts.hpp"

#include <algorithm>
#include <memory>
#include <thread>

#include "bytes/byte_source.hpp"
#include "bytes/readable_text.hpp"
#include "look/column_counts.hpp"
#include "look/column_kind.hpp"
#include "rows/csv_header.hpp"
#include "rows/csv_scan.hpp"
#include "rows/front_rows.hpp"
#include "rows/json_scan.hpp"
#include "rows/raw_format.hpp"
#include "rows/scan_chunks.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "values/document.hpp"

namespace cxm {

namespace {

/// Counts what rows hold, on one thread.
class counting_sink : public row_sink {
public:
    counting_sink(std::size_t width, std::size_t most_distinct) : columns(width, column_counts(most_distinct)) {}

    void add(const row_batch& batch) override {
        rows += batch.size;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            columns[i].add({batch.column(i), batch.size});
        }
    }

    std::vector<column_counts> columns;
    std::uint64_t rows = 0;
};

std::size_t threads_of(const look_options& how) {
    return how.threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : how.threads;
}

/// All columns together take a bounded memory, however many they are.
std::size_t distinct_for(std::size_t columns) {
    return std::clamp<std::size_t>(400'000 / std::max<std::size_t>(columns, 1), 100, most_distinct_texts);
}

/// Scans all chunks and puts together what each thread counted.
template <class Scanner, class Layout>
void count_all(chunk_reader& chunks, chunk first, const Layout& layout, const look_options& how, file_facts& into) {
    const std::size_t most = distinct_for(into.columns.size());
    std::vector<std::unique_ptr<counting_sink>> sinks;
    std::vector<std::unique_ptr<Scanner>> scanners;
    for (std::size_t i = 0; i < threads_of(how); ++i) {
        sinks.push_back(std::make_unique<counting_sink>(into.columns.size(), most));
        scanners.push_back(std::make_unique<Scanner>(layout, *sinks.back()));
    }
    scan_chunks(chunks, std::move(first), scanners);
    passed_over skipped;
    for (std::size_t i = 0; i < sinks.size(); ++i) {
        skipped.add(scanners[i]->skipped());
        into.rows += sinks[i]->rows;
        for (std::size_t column = 0; column < into.columns.size() && i != 0; ++column) {
            sinks[0]->columns[column].absorb(std::move(sinks[i]->columns[column]));
        }
    }
    into.odd_rows = skipped.rows;
    into.headers = skipped.headers;
    into.is_cut = !skipped.cut.empty();
    for (std::size_t column = 0; column < into.columns.size(); ++column) {
        sinks[0]->columns[column].finish();
        tell_kind(sinks[0]->columns[column], most, into.columns[column]);
    }
}

void add_column(file_facts& to, const std::string& name, const catalogue& known) {
    column_facts& column = to.columns.emplace_back();
    column.name = name;
    column.is_measure = known.find_measure(name) != nullptr;
}

void look_at_table(front_source& bytes, chunk_reader& chunks, const look_options& how, const catalogue& known,
                   file_facts& into) {
    const bool tabs = into.format == input_format::tsv && !how.delimiter;
    const std::optional<char> delimiter = tabs ? std::optional('\t') : how.delimiter;
    into.edges = find_edges(bytes.front(), bytes.is_whole(), delimiter, how.edges, into.file);
    const std::string front = bytes.front();
    bytes.blank(into.edges.begin, into.edges.header);
    bytes.blank(into.edges.below, into.edges.data);
    chunk first;
    if (!chunks.next(first)) {
        throw bad_input(name_of(into.file), "is empty: a CSV file begins with its header");
    }
    const std::vector<std::string> none;
    csv_layout layout = read_header(first, chunks, into.file, delimiter, {none, none}, into.windows_1252);
    layout.skip_ragged = true;
    into.delimiter = layout.delimiter;
    for (std::size_t i = 0; i < layout.header.size(); ++i) {
        layout.wanted.push_back(i);
        add_column(into, layout.header[i], known);
    }
    for (const front_row& row : front_rows_of(front, into.edges.data, bytes.is_whole(), layout.delimiter, edge_rows)) {
        for (std::size_t i = 0; i < std::min(row.cells.size(), into.columns.size()); ++i) {
            std::string& example = into.columns[i].example;
            example = example.empty() ? row.cells[i] : example;
        }
    }
    count_all<csv_scanner>(chunks, std::move(first), layout, how, into);
}

/// The fields of an object that hold a value, nested ones by their paths.
void add_fields(const document& object, const std::string& before, const catalogue& known, file_facts& into) {
    for (const document::member& m : object.members) {
        if (m.value.is == document::kind::object) {
            add_fields(m.value, before + m.name + ".", known, into);
        } else if (m.value.is != document::kind::list) {
            if (into.find(before + m.name) == nullptr) {
                add_column(into, before + m.name, known);
            }
            const auto at = std::find_if(into.columns.begin(), into.columns.end(),
                                         [&](const column_facts& c) { return c.name == before + m.name; });
            at->example = at->example.empty() ? m.value.text : at->example;
        }
    }
}

void look_at_lines(const front_source& bytes, chunk_reader& chunks, const look_options& how, const catalogue& known,
                   file_facts& into) {
    const std::string& front = bytes.front();
    if (front.find_first_not_of(" \t\r\n") == front.npos || front[front.find_first_not_of(" \t\r\n")] == '[') {
        throw bad_input(name_of(into.file),
                        "rows of JSON are looked at one a line: jq -c '.[]' makes lines of a list; records in one are "
                        "what cxm report reads");
    }
    std::size_t lines = 0;
    for (std::size_t at = 0; at < front.size() && lines < edge_rows; ++lines) {
        const std::size_t feed = std::min(front.find('\n', at), front.size());
        const bool whole = feed != front.size() || bytes.is_whole();
        const std::string line = front.substr(at, feed - at);
        if (whole && line.find_first_not_of(" \t\r") != line.npos) {
            add_fields(parse_document(line, into.file), "", known, into);
        }
        at = feed + 1;
    }
    json_layout layout{into.file, {}, true};
    for (const column_facts& column : into.columns) {
        layout.wanted.push_back(column.name);
    }
    chunk first;
    if (chunks.next(first)) {
        count_all<json_scanner>(chunks, std::move(first), layout, how, into);
    }
}

}  // namespace

const column_facts* file_facts::find(std::string_view column) const {
    const auto at = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == column; });
    return at == columns.end() ? nullptr : &*at;
}

bool file_facts::holds_records() const {
    return std::any_of(columns.begin(), columns.end(), [](const column_facts& c) {
        return c.is_measure && (c.is == column_kind::number || c.is == column_kind::blank);
    });
}

file_facts look_at_file(const std::string& file, const catalogue& known, const look_options& how) {
    file_facts facts;
    facts.file = file;
    facts.read_by = how.flags;
    bool utf16 = false;
    front_source bytes(as_utf8(open_bytes(file), file, false, &utf16), edge_bytes);
    facts.format = how.format == input_format::any ? format_of_raw(file, bytes.front()) : how.format;
    const std::string_view front = bytes.front();
    // A character may be cut at the end of the front.
    const std::size_t odd = first_invalid_utf8(front);
    facts.windows_1252 = how.windows_1252 || (odd != front.npos && (bytes.is_whole() || odd + 4 < front.size()));
    facts.encoding = utf16 ? "UTF-16" : facts.windows_1252 ? "Windows-1252" : "UTF-8";
    chunk_options reading;
    reading.quotes = facts.format == input_format::csv || facts.format == input_format::tsv;
    chunk_reader chunks(bytes, reading);
    if (reading.quotes) {
        look_at_table(bytes, chunks, how, known, facts);
    } else {
        look_at_lines(bytes, chunks, how, known, facts);
    }
    return facts;
}

}  // namespace cxm
