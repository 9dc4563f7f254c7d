#include "write/csv.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "read/byte_scan.hpp"
#include "write/number.hpp"
#include "write/words.hpp"

namespace cxm {

namespace {

/// Whether a cell reads as this text without quotes.
bool is_plain(std::string_view text) {
    if (text.empty()) {
        return true;
    }
    const auto has_special = [](std::uint64_t word) {
        return (bytes::equal_to(word, '"') | bytes::equal_to(word, ',') | bytes::equal_to(word, '\r') |
                bytes::equal_to(word, '\n')) != 0;
    };
    bool special = text.front() == ' ' || text.back() == ' ';
    for (; text.size() >= 8; text.remove_prefix(8)) {
        special = special || has_special(bytes::load(text.data()));
    }
    return !special && !has_special(bytes::load_short(text));
}

/// Writes a cell; there is room for twice the text and two bytes.
char* write_csv_cell(char* to, std::string_view text) {
    if (is_plain(text)) {
        return std::copy(text.begin(), text.end(), to);
    }
    *to++ = '"';
    for (const char c : text) {
        *to = '"';
        to += c == '"' ? 1 : 0;
        *to++ = c;
    }
    *to++ = '"';
    return to;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
    if (is_plain(text)) {
        out += text;
        return;
    }
    const std::size_t before = out.size();
    out.resize(before + text.size() * 2 + 2);
    out.resize(static_cast<std::size_t>(write_csv_cell(out.data() + before, text) - out.data()));
}

namespace {

void append_number_cell(std::string& out, double value) {
    if (std::isfinite(value)) {
        append_number(out, value);
    }
}

/// The columns of a part in the order that is asked for; null where it has none.
std::vector<const records::label_column*> columns(const records& rows, std::span<const std::string> labels) {
    std::vector<const records::label_column*> found(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (const records::label_column& column : rows.labels) {
            if (column.name == labels[i]) {
                found[i] = &column;
            }
        }
    }
    return found;
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
    const auto found = columns(part.rows, labels);
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

void append_wide_csv_header(std::string& out, std::span<const std::string> labels,
                            const std::vector<const metric*>& metrics) {
    out += "period";
    for (const std::string& label : labels) {
        out += ',';
        append_csv_cell(out, label);
    }
    for (const metric* m : metrics) {
        out += ',';
        append_csv_cell(out, m->key);
    }
    out += '\n';
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

void append_wide_csv(std::string& out, const records& rows, const value_columns& values,
                     std::span<const std::string> labels) {
    const auto found = columns(rows, labels);
    // Decimals are found for a whole row, then written: the processor works on several at once, which it cannot while
    // each is as long a way as from the double to the last digit.
    std::vector<decimal> decimals(values.size());
    rows_behind made(out, rows.size() * (values.size() * std::size_t(20) + 16));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            decimals[i] = is_missing(values[i][row]) ? decimal{} : shortest(values[i][row]);
        }
        std::size_t most = values.size() * (longest_number + 1) + 2 * rows.periods[row].size() + 3;
        for (const records::label_column* label : found) {
            most += label != nullptr ? 2 * label->values[row].size() + 3 : 1;
        }
        char* at = made.room(most);
        at = write_csv_cell(at, rows.periods[row]);
        for (const records::label_column* label : found) {
            *at++ = ',';
            at = label != nullptr ? write_csv_cell(at, label->values[row]) : at;
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            *at++ = ',';
            at = is_missing(values[i][row]) ? at : write_decimal(at, decimals[i]);
        }
        *at++ = '\n';
        made.end(at);
    }
}

}  // namespace cxm
