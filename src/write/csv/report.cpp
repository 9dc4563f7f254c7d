#include "write/csv/report.hpp"

#include "results/against.hpp"
#include "write/words.hpp"

namespace cxm {

std::vector<const records::label_column*> label_columns(const records& part, const csv_form& form) {
    std::vector<const records::label_column*> columns(form.labels.size());
    for (std::size_t i = 0; i < form.labels.size(); ++i) {
        for (const records::label_column& column : part.labels) {
            if (column.name == form.labels[i]) {
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
}

void append_standing(csv_writer& to, const report& of, std::size_t row, const result& r,
                     const std::vector<target>& wanted) {
    const auto held = hold_against(of, row, r, wanted);
    to.number(held ? held->to->value : not_given);
    to.number(held && held->by ? held->by->gap : not_given);
    to.raw(held ? held->standing_name() : std::string_view());
    to.text(held ? held->to->source : std::string_view());
    to.text(held ? held->to->date : std::string_view());
    to.number(held ? held->to->poor.value_or(not_given) : not_given);
    to.raw(held && held->to->per != grain::free ? name(held->to->per) : std::string_view());
    to.raw(held ? name_of_span(of.rows.periods[row]) : std::string_view());
    to.number(held && held->carried ? held->judged.comes_to.value : not_given);
}

void append_columns_of(std::string& out, std::string_view what) {
    for (const std::string_view column :
         {"", "_gap", "_standing", "_source", "_date", "_poor", "_per", "_span", "_carried_on"}) {
        out.append(",").append(what).append(column);
    }
}

}  // namespace

void append_csv_header(std::string& out, const csv_form& form) {
    append_wide_csv_header(out, form, {});
    out.pop_back();
    out += ",metric,value,unit,low,high,n,status,reason";
    if (form.targets) {
        append_columns_of(out, "target");
    }
    if (form.benchmarks) {
        append_columns_of(out, "benchmark");
    }
    out += '\n';
}

void append_csv(std::string& out, const report& part, const csv_form& form) {
    const auto columns = label_columns(part.rows, form);
    csv_writer to(out, form.texts);
    std::string place;
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        place.clear();
        csv_writer place_cells(place, form.texts);
        append_place(place_cells, part.rows, row, columns);
        for (const result& r : part.of_row(row)) {
            if (r.comes_to.is == status::missing && !r.left_out && !form.keep_missing) {
                continue;
            }
            to.raw(place);
            append_result(to, r);
            if (form.targets) {
                append_standing(to, part, row, r, part.options.targets);
            }
            if (form.benchmarks) {
                append_standing(to, part, row, r, part.options.benchmarks);
            }
            to.end_line();
        }
    }
}

}  // namespace cxm
