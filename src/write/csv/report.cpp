#include "write/csv/report.hpp"

#include <cmath>
#include <string_view>

#include "write/csv/cell.hpp"
#include "write/number/number_text.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

void append_number_cell(std::string& out, double value) {
    if (std::isfinite(value)) {
        append_number(out, value);
    }
}

/// The cells that say which record it is, without a comma at the end.
void append_place(std::string& out, const records& rows, std::size_t row,
                  const std::vector<const records::label_column*>& labels) {
    append_csv_cell(out, rows.periods[row]);
    for (const records::label_column* label : labels) {
        out += ',';
        if (label != nullptr) {
            append_csv_cell(out, label->values[row]);
        }
    }
}

void append_result(std::string& out, const result& r) {
    out += ',';
    append_csv_cell(out, r.of->key);
    out += ',';
    append_number_cell(out, r.comes_to.ok() ? r.comes_to.value : not_given);
    out.append(",").append(name(r.of->shown)).append(",");
    append_number_cell(out, r.limits ? r.limits->low : not_given);
    out += ',';
    append_number_cell(out, r.limits ? r.limits->high : not_given);
    out += ',';
    if (!is_missing(r.n)) {
        append_count(out, r.n);
    }
    out.append(",").append(name(r.comes_to.is)).append(",");
    append_csv_cell(out, r.comes_to.ok() ? std::string(r.note) : why_no_value(r));
    out += '\n';
}

}  // namespace

void append_csv_header(std::string& out, std::span<const std::string> labels) {
    append_wide_csv_header(out, labels, {});
    out.pop_back();
    out += ",metric,value,unit,low,high,n,status,reason\n";
}

void append_csv(std::string& out, const report& part, std::span<const std::string> labels, bool all) {
    const auto found = label_columns(part.rows, labels);
    std::string place;
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        place.clear();
        append_place(place, part.rows, row, found);
        for (const result& r : part.of_row(row)) {
            if (r.comes_to.is != status::missing || all) {
                out += place;
                append_result(out, r);
            }
        }
    }
}

}  // namespace cxm
