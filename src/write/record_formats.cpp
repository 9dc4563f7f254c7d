#include "write/record_formats.hpp"

#include <cxm/spell.hpp>
#include <vector>

#include "records/labels.hpp"
#include "write/json/object.hpp"
#include "write/record_cells.hpp"

namespace cxm {

namespace {

void append_record(json_object record, const records& rows, std::size_t row) {
    record.text_if_any("period", rows.periods[row]);
    if (!rows.is_complete(row)) {
        record.flag("complete", false);
    }
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) { record.text(name, value); });
    for (const records::number_column& number : rows.numbers) {
        // A blank one is said too: it was counted, and there was none, which a merge must know.
        record.raw(number.of->key, is_missing(number.values[row]) ? "null" : spell(number.values[row]));
    }
    record.end();
}

}  // namespace

std::string csv_records(const records& rows, csv_texts texts) {
    const std::size_t columns_of_text = text_columns(rows);
    std::string out;
    csv_writer to(out, texts);
    for (const std::vector<std::string>& line : cells_of(rows)) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i < columns_of_text) {
                to.text(line[i]);
            } else {
                to.raw(line[i]);
            }
        }
        to.end_line();
    }
    return out;
}

std::string json_records(const records& rows) {
    std::string out;
    json_object object(out);
    object.text_if_any("currency", rows.currency);
    json_array lines = object.array("records", "\n");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        append_record(lines.object(), rows, row);
    }
    lines.end();
    object.end();
    return out + "\n";
}

std::string ndjson_records(const records& rows) {
    std::string out;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        append_record(json_object(out), rows, row);
        out += '\n';
    }
    return out;
}

}  // namespace cxm
