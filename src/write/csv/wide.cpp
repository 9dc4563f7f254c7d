#include "write/csv/report.hpp"
#include "write/number/number_text.hpp"

namespace cxm {

void append_wide_csv_header(std::string& out, const csv_form& form, const std::vector<const metric*>& metrics) {
    csv_writer to(out, form.texts);
    to.raw("period");
    for (const std::string& label : form.labels) {
        to.text(label);
    }
    for (const metric* m : metrics) {
        to.text(m->key);
    }
    to.end_line();
}

namespace {

/// Text at the end of a string, written in place.
class rows_behind {
public:
    rows_behind(std::string& out, std::size_t expected) : out_(out), used_(out.size()) { out.resize(used_ + expected); }
    ~rows_behind() { out_.resize(used_); }
    rows_behind(const rows_behind&) = delete;
    rows_behind& operator=(const rows_behind&) = delete;

    char* room(std::size_t most) {
        if (out_.size() - used_ < most) {
            out_.resize(out_.size() * 2 + most);
        }
        return out_.data() + used_;
    }

    void end(const char* at) { used_ = static_cast<std::size_t>(at - out_.data()); }

private:
    std::string& out_;
    std::size_t used_;
};

}  // namespace

void append_wide_csv(std::string& out, const records& rows, const value_columns& values, const csv_form& form) {
    const auto columns = label_columns(rows, form);
    // Decimals are found for a whole row, then written: the processor works on several at once, which it cannot while
    // each is as long a way as from the double to the last digit.
    std::vector<decimal> decimals(values.size());
    rows_behind lines(out, rows.size() * (values.size() * std::size_t(20) + 16));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            decimals[i] = is_missing(values[i][row]) ? decimal{} : shortest(values[i][row]);
        }
        std::size_t most = values.size() * (longest_number + 1) + 2 * rows.periods[row].size() + 4;
        for (const records::label_column* label : columns) {
            most += label != nullptr ? 2 * label->values[row].size() + 4 : 1;
        }
        char* at = lines.room(most);
        at = write_csv_cell(at, rows.periods[row], form.texts);
        for (const records::label_column* label : columns) {
            *at++ = ',';
            at = label != nullptr ? write_csv_cell(at, label->values[row], form.texts) : at;
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            *at++ = ',';
            at = is_missing(values[i][row]) ? at : write_decimal(at, decimals[i]);
        }
        *at++ = '\n';
        lines.end(at);
    }
}

}  // namespace cxm
