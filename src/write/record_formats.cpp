#include "write/record_formats.hpp"

#include <algorithm>
#include <cxm/spell.hpp>
#include <vector>

#include "records/labels.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/json/object.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

bool has_periods(const records& rows) {
    return std::any_of(rows.periods.begin(), rows.periods.end(), [](std::string_view p) { return !p.empty(); });
}

/// How many columns come before the numbers.
std::size_t text_columns(const records& rows) {
    return (has_periods(rows) ? 1 : 0) + (rows.all_complete() ? 0 : 1) + rows.labels.size();
}

/// Header and cells of every record, as texts; empty where a record lacks something.
std::vector<std::vector<std::string>> cells_of(const records& rows) {
    std::vector<std::vector<std::string>> cells(rows.size() + 1);
    const auto column = [&](std::string_view title, auto&& cell) {
        cells[0].emplace_back(title);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            cells[row + 1].push_back(cell(row));
        }
    };
    if (has_periods(rows)) {
        column("period", [&](std::size_t row) { return std::string(rows.periods[row]); });
    }
    if (!rows.all_complete()) {
        column("complete", [&](std::size_t row) { return std::string(rows.is_complete(row) ? "true" : "false"); });
    }
    for (const records::label_column& label : rows.labels) {
        column(label.name, [&](std::size_t row) { return std::string(label.values[row]); });
    }
    for (const records::number_column& number : rows.numbers) {
        column(number.of->key, [&](std::size_t row) {
            return is_missing(number.values[row]) ? std::string() : spell(number.values[row]);
        });
    }
    return cells;
}

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

std::string table_records(const records& rows) {
    const std::vector<std::vector<std::string>> cells = cells_of(rows);
    const std::size_t columns_of_text = text_columns(rows);
    std::vector<std::size_t> widths(cells[0].size());
    for (const auto& line : cells) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(shown(line[i])));
        }
    }
    lines out(false);
    for (const auto& line : cells) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i < columns_of_text) {
                out.left(at, shown(line[i]));
            } else {
                out.right(at + widths[i], line[i]);
            }
            at += widths[i] + 2;
        }
        out.end_line();
    }
    return out.text();
}

}  // namespace cxm
