#include "write/csv/excel.hpp"

#include <algorithm>

#include "values/number.hpp"

namespace cxm {

namespace {

/// The end of a cell that begins at a quote, behind the last one.
std::size_t after_quotes(std::string_view csv, std::size_t at) {
    for (++at; at < csv.size(); ++at) {
        if (csv[at] == '"' && (at + 1 == csv.size() || csv[++at] != '"')) {
            break;
        }
    }
    return std::min(at, csv.size());
}

void append_cell(std::string& out, std::string_view cell, const excel_form& form) {
    const bool is_quoted = cell.starts_with('"');
    const std::size_t point = is_quoted ? cell.npos : cell.find('.');
    if (point != cell.npos && parse_number(cell)) {
        out.append(cell.substr(0, point)).append(1, form.decimal).append(cell.substr(point + 1));
    } else if (!is_quoted && cell.find(form.separator) != cell.npos) {
        out.append("\"").append(cell).append("\"");
    } else {
        out += cell;
    }
}

}  // namespace

std::string for_excel(std::string_view csv, const excel_form& form) {
    std::string out;
    out.reserve(csv.size() + csv.size() / 16);
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end =
            csv[at] == '"' ? after_quotes(csv, at) : std::min(csv.find_first_of(",\n", at), csv.size());
        append_cell(out, csv.substr(at, end - at), form);
        if (end < csv.size()) {
            out += csv[end] == ',' ? std::string_view(&form.separator, 1) : std::string_view("\r\n");
        }
        at = end + 1;
    }
    return out;
}

}  // namespace cxm
