#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include <cxm/measure.hpp>

#include "write/number/number_text.hpp"

namespace cxm {

/// What becomes of texts that a spreadsheet takes for formulas, which begin with `=`, `+`, `-`, `@`, a tab or a
/// carriage return: they stay, or get an apostrophe before them; for Excel those that look like decimals stand in
/// quotes as well, so that they are told from numbers.
enum class csv_texts { plain, safe, for_excel };

/// Writes a text as one cell, quoted where RFC 4180 asks for it, and where GitHub would take it for a command; there is
/// room for twice the text and three bytes. Returns the end.
char* write_csv_cell(char* to, std::string_view text, csv_texts texts);

void append_csv_cell(std::string& out, std::string_view text, csv_texts texts);

/// Writes CSV cell by cell.
class csv_writer {
public:
    csv_writer(std::string& out, csv_texts texts) : out_(out), texts_(texts) {}

    void text(std::string_view value) {
        begin();
        append_csv_cell(out_, value, texts_);
    }

    /// Not finite: empty.
    void number(double value) {
        begin();
        if (std::isfinite(value)) {
            append_number(out_, value);
        }
    }

    /// Missing: empty.
    void count(double value) {
        begin();
        if (!is_missing(value)) {
            append_count(out_, value);
        }
    }

    /// One cell or several that are CSV already.
    void raw(std::string_view cells) {
        begin();
        out_ += cells;
    }

    void end_line() {
        out_ += '\n';
        first_ = true;
    }

private:
    std::string& out_;
    csv_texts texts_;
    bool first_ = true;

    void begin() {
        out_ += first_ ? "" : ",";
        first_ = false;
    }
};

}  // namespace cxm
