#include "write/record_formats.hpp"

#include <algorithm>
#include <cxm/spell.hpp>
#include <vector>

#include "records/labels.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "write/csv/report.hpp"
#include "write/json/string.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

bool has_periods(const records& rows) {
    return std::any_of(rows.periods.begin(), rows.periods.end(), [](std::string_view p) { return !p.empty(); });
}

/// Header and cells of every record, as texts; empty where a record lacks something.
std::vector<std::vector<std::string>> cells_of(const records& rows) {
    std::vector<std::vector<std::string>> all(rows.size() + 1);
    const auto column = [&](std::string_view title, auto&& cell) {
        all[0].emplace_back(title);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            all[row + 1].push_back(cell(row));
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
    return all;
}

void append_record(std::string& out, const records& rows, std::size_t row) {
    out += '{';
    const auto key = [&](std::string_view name) {
        out += out.back() == '{' ? "" : ",";
        append_json_string(out, name);
        out += ':';
    };
    if (!rows.periods[row].empty()) {
        key("period");
        append_json_string(out, rows.periods[row]);
    }
    if (!rows.is_complete(row)) {
        key("complete");
        out += "false";
    }
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) {
        key(name);
        append_json_string(out, value);
    });
    for (const records::number_column& number : rows.numbers) {
        // A blank one is said too: it was counted, and there was none, which a merge must know.
        key(number.of->key);
        out += is_missing(number.values[row]) ? "null" : spell(number.values[row]);
    }
    out += '}';
}

}  // namespace

std::string csv_records(const records& rows) {
    std::string out;
    for (const std::vector<std::string>& line : cells_of(rows)) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            out += i == 0 ? "" : ",";
            append_csv_cell(out, line[i]);
        }
        out += '\n';
    }
    return out;
}

std::string json_records(const records& rows) {
    std::string out = "{";
    if (!rows.currency.empty()) {
        out += "\"currency\":";
        append_json_string(out, rows.currency);
        out += ",";
    }
    out += "\"records\":[";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        out += row == 0 ? "\n" : ",\n";
        append_record(out, rows, row);
    }
    return out + "\n]}\n";
}

std::string ndjson_records(const records& rows) {
    std::string out;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        append_record(out, rows, row);
        out += '\n';
    }
    return out;
}

std::string table_records(const records& rows) {
    const std::vector<std::vector<std::string>> all = cells_of(rows);
    const std::size_t texts = (has_periods(rows) ? 1 : 0) + (rows.all_complete() ? 0 : 1) + rows.labels.size();
    std::vector<std::size_t> widths(all[0].size());
    for (const auto& line : all) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(shown(line[i])));
        }
    }
    lines out(false);
    for (const auto& line : all) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (i < texts) {
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
