#pragma once

#include <string>
#include <string_view>

#include "rows/csv_form.hpp"

namespace cxm {

/// A cell as it stands in the input: inside its quotes, if it has them.
struct csv_cell {
    std::string_view text;
    bool doubled = false;  ///< holds quotes written twice
    const char* at = nullptr;
};

/// Walks through the cells of a text.
class csv_cells {
public:
    enum class behind { delimiter, line, end };

    /// `trims`: spaces around a cell are no part of it.
    csv_cells(std::string_view text, char delimiter, bool trims = false)
        : at(text.data()), end(text.data() + text.size()), delimiter_(delimiter), trims_(trims) {}

    const char* at;
    const char* end;

    char delimiter() const { return delimiter_; }

    /// Where a cell begins that the cursor stands before.
    const char* first_of_cell(const char* from) const {
        while (trims_ && from < end && *from == ' ') {
            ++from;
        }
        return from;
    }

    /// The cell here; the cursor passes over it and what is behind it.
    behind next(csv_cell& cell) {
        const char* const from = at = first_of_cell(at);
        if (at < end && *at == '"') {
            return next_quoted(cell);
        }
        while (at < end && *at != delimiter_ && *at != '\n' && *at != '"') {
            ++at;
        }
        if (at < end && *at == '"') {
            refuse(at, "a quote within a cell: put the whole cell in quotes and double those inside");
        }
        cell = {{from, at}, false, from};
        const behind after = pass();
        if (after != behind::delimiter && cell.text.ends_with('\r')) {
            cell.text.remove_suffix(1);
        }
        while (trims_ && cell.text.ends_with(' ')) {
            cell.text.remove_suffix(1);
        }
        return after;
    }

    /// Passes over what ends a cell.
    behind pass() {
        if (at == end) {
            return behind::end;
        }
        return *at++ == delimiter_ ? behind::delimiter : behind::line;
    }

    /// Whether a row begins here in which nothing stands.
    bool at_blank_line() const {
        constexpr std::string_view may_begin_one = " \t\"\r\n";
        const bool perhaps = at != end && (*at == delimiter_ || may_begin_one.find(*at) != std::string_view::npos);
        return perhaps && is_blank_row(at, end, delimiter_);
    }

    void skip_line() {
        while (at < end && *at++ != '\n') {
        }
    }

    /// What is wrong at a place; the block it stands in knows the line.
    struct fault {
        const char* at;
        std::string finding;
        bool never_closed = false;  ///< a quote is
    };

private:
    behind next_quoted(csv_cell& cell);
    [[noreturn]] static void refuse(const char* where, const char* finding);

    char delimiter_;
    bool trims_;
};

/// What a cell means.
std::string undoubled(std::string_view text);

/// Where the last whole row of a text ends, 0 if there is none; the text begins with a row.
std::size_t end_of_csv_rows(std::string_view text);

}  // namespace cxm
