#include "write/csv/report.hpp"

#include "write/csv/cell.hpp"
#include "write/words.hpp"

namespace cxm {

std::vector<const records::label_column*> label_columns(const records& part, std::span<const std::string> labels) {
    std::vector<const records::label_column*> columns(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (const records::label_column& column : part.labels) {
            if (column.name == labels[i]) {
                columns[i] = &column;
            }
        }
    }
    return columns;
}

namespace {

/// The cells that say which record it is.
void append_place(csv_writer& to, const records& rows, std::size_t row,
                  const std::vector<const records::label_column*>& labels) {
    to.text(rows.periods[row]);
    for (const records::label_column* label : labels) {
        to.text(label == nullptr ? std::string_view() : label->values[row]);
    }
}

void append_result(csv_writer& to, const result& r) {
    to.text(r.of->key);
    to.number(r.comes_to.ok() ? r.comes_to.value : not_given);
    to.raw(name(r.of->shown));
    to.number(r.limits ? r.limits->low : not_given);
    to.number(r.limits ? r.limits->high : not_given);
    to.count(r.n);
    to.raw(name(r.comes_to.is));
    to.text(r.comes_to.ok() ? std::string(r.note) : why_no_value(r));
    to.end_line();
}

}  // namespace

void append_csv_header(std::string& out, std::span<const std::string> labels, csv_texts texts) {
    append_wide_csv_header(out, labels, {}, texts);
    out.pop_back();
    out += ",metric,value,unit,low,high,n,status,reason\n";
}

void append_csv(std::string& out, const report& part, std::span<const std::string> labels, bool keep_missing, csv_texts texts) {
    const auto columns = label_columns(part.rows, labels);
    csv_writer to(out, texts);
    std::string place;
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        place.clear();
        csv_writer place_cells(place, texts);
        append_place(place_cells, part.rows, row, columns);
        for (const result& r : part.of_row(row)) {
            if (r.comes_to.is != status::missing || keep_missing) {
                to.raw(place);
                append_result(to, r);
            }
        }
    }
}

}  // namespace cxm
