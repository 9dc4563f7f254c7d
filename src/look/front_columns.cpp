#include "look/front_columns.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "bytes/byte_source.hpp"
#include "bytes/front_source.hpp"
#include "bytes/readable_text.hpp"
#include "rows/csv_form.hpp"
#include "rows/front_rows.hpp"
#include "rows/raw_format.hpp"
#include "rows/table_edges.hpp"
#include "values/document.hpp"

namespace cxm {

namespace {

void add_value(front_column& to, const std::string& value) {
    const bool is_new = std::find(to.values.begin(), to.values.end(), value) == to.values.end();
    if (!value.empty() && is_new && to.values.size() < most_front_values) {
        to.values.push_back(value);
    }
}

std::vector<front_column> columns_of_table(const front_source& bytes, std::optional<char> delimiter,
                                           const std::string& file) {
    const std::string& front = bytes.front();
    const table_edges edges = find_edges(front, bytes.is_whole(), delimiter, {}, file);
    (void)size_of_sep_line(front, file, delimiter);
    const char cut_by = delimiter.value_or(delimiter_of(std::string_view(front).substr(edges.header)));
    std::vector<front_column> columns;
    for (const front_row& header : front_rows_of(front, edges.header, true, cut_by, 1)) {
        for (const std::string& name : header.cells) {
            columns.push_back({name, {}});
        }
    }
    for (const front_row& row : front_rows_of(front, edges.data, bytes.is_whole(), cut_by, edge_rows)) {
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns.size()); ++i) {
            add_value(columns[i], row.cells[i]);
        }
    }
    return columns;
}

void add_members(const document& object, const std::string& before, std::vector<front_column>& to) {
    for (const document::member& m : object.members) {
        if (m.value.is == document::kind::object) {
            add_members(m.value, before + m.name + ".", to);
        } else if (m.value.is != document::kind::list) {
            to.push_back({before + m.name, {}});
            add_value(to.back(), m.value.text);
        }
    }
}

}  // namespace

std::vector<front_column> front_columns(const std::string& file) {
    front_source bytes(as_utf8(open_bytes(file), file), edge_bytes);
    const input_format format = format_of_raw(file, bytes.front());
    if (format == input_format::csv || format == input_format::tsv) {
        return columns_of_table(bytes, format == input_format::tsv ? std::optional('\t') : std::nullopt, file);
    }
    std::vector<front_column> fields;
    add_members(parse_document(bytes.front().substr(0, bytes.front().find('\n')), file), "", fields);
    return fields;
}

}  // namespace cxm
