#include "rows/header_rows.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "rows/csv_form.hpp"
#include "rows/table_edges.hpp"
#include "text/folded.hpp"

namespace cxm {

namespace {

/// The width that covers most cells, of rows of two cells or more; 0 where there is none.
struct usual_width {
    std::size_t cells = 0;
    std::size_t covered = 0;
};

usual_width width_of(const front_rows& rows) {
    std::map<std::size_t, std::size_t> rows_of_width;
    for (const front_row& row : rows) {
        rows_of_width[row.cells.size()] += row.is_blank() ? 0 : 1;
    }
    usual_width best;
    for (const auto& [width, same] : rows_of_width) {
        const std::size_t covered = width * same;
        if (width > 1 && same > 1 && covered >= best.covered) {
            best = {width, covered};
        }
    }
    return best;
}

std::string_view cell_of(const front_row& row, std::size_t column) {
    return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
}

/// What the data below a row say of the columns.
struct body {
    std::vector<std::size_t> used;   ///< columns that hold something
    std::vector<std::size_t> typed;  ///< columns of numbers and dates alone
    std::size_t rows = 0;
};

body body_of(const front_rows& rows, std::size_t from, std::size_t width) {
    body data;
    for (std::size_t column = 0; column < width; ++column) {
        std::size_t filled = 0;
        std::size_t values = 0;
        for (std::size_t i = from; i < rows.size(); ++i) {
            const std::string_view cell = cell_of(rows[i], column);
            filled += cell.empty() ? 0 : 1;
            values += looks_like_a_value(cell) ? 1 : 0;
        }
        if (filled != 0) {
            data.used.push_back(column);
        }
        if (filled != 0 && values == filled) {
            data.typed.push_back(column);
        }
    }
    for (std::size_t i = from; i < rows.size(); ++i) {
        data.rows += rows[i].is_blank() ? 0 : 1;
    }
    return data;
}

/// Whether a row names each column that holds something, and is itself no row of data.
bool names_columns(const front_row& row, const body& data) {
    for (std::size_t i = 0; i < data.used.size(); ++i) {
        const std::string_view name = cell_of(row, data.used[i]);
        const auto same = [&](std::size_t column) { return cell_of(row, column) == name; };
        if (name.empty() || looks_like_a_value(name) ||
            std::any_of(data.used.begin(), data.used.begin() + static_cast<std::ptrdiff_t>(i), same)) {
            return false;
        }
    }
    return data.rows != 0 && !data.used.empty();
}

bool is_comment(const front_row& row) { return !row.cells.empty() && row.cells[0].starts_with('#'); }

bool holds_import_ids(const front_row& row) {
    const auto is_id = [](const std::string& cell) {
        return cell.empty() || cell.starts_with("{\"ImportId\"") || cell.starts_with("{'ImportId'");
    };
    return !row.is_blank() && std::all_of(row.cells.begin(), row.cells.end(), is_id);
}

/// Whether a row holds the texts of questions: words in two columns or more that below hold numbers or dates alone,
/// each its own, and a sentence among them.
bool holds_questions(const front_row& row, const front_row& header, const body& data) {
    constexpr std::string_view none[] = {"n/a",       "na",        "none",    "null",    "nil",
                                         "unknown",   "missing",   "refused", "skipped", "pending",
                                         "no answer", "not asked", "tbd",     "open"};
    std::vector<std::string> words;
    for (const std::size_t column : data.typed) {
        const std::string cell = folded(cell_of(row, column));
        const bool is_word = !cell.empty() && !looks_like_a_value(cell) && cell.find_first_of("-?.") != 0 &&
                             std::find(std::begin(none), std::end(none), cell) == std::end(none);
        if (!is_word || std::find(words.begin(), words.end(), cell) != words.end()) {
            return false;
        }
        words.push_back(cell);
    }
    const auto is_value = [](const std::string& cell) { return looks_like_a_value(cell); };
    const auto is_sentence = [](const std::string& cell) { return cell.find_first_of(" ?") != std::string::npos; };
    return words.size() > 1 && std::none_of(row.cells.begin(), row.cells.end(), is_value) &&
           std::any_of(row.cells.begin(), row.cells.end(), is_sentence) && row.cells.size() == header.cells.size();
}

/// The second of two header rows of SurveyMonkey: what kind of answer stands below a question.
bool holds_kinds_of_answers(const front_row& row) {
    const auto is_kind = [](const std::string& cell) { return cell == "Response" || cell == "Open-Ended Response"; };
    return row.cells[0].empty() && std::any_of(row.cells.begin(), row.cells.end(), is_kind) &&
           std::none_of(row.cells.begin(), row.cells.end(),
                        [](const std::string& cell) { return looks_like_a_value(cell); });
}

}  // namespace

std::size_t header_among(const front_rows& rows) {
    const usual_width usual = width_of(rows);
    const std::size_t width = std::max<std::size_t>(usual.cells, 1);
    std::size_t at = 0;
    while (at < rows.size() && (rows[at].is_blank() || rows[at].cells.size() < width || is_comment(rows[at]) ||
                                2 * rows[at].filled() <= width)) {
        ++at;
    }
    if (at == 0 || at == rows.size()) {
        return 0;
    }
    const body data = body_of(rows, at + 1, rows[at].cells.size());
    const auto above = rows.begin();
    const auto end = above + static_cast<std::ptrdiff_t>(at);
    const bool few = std::all_of(above, end, [&](const front_row& r) {
        return is_comment(r) || 2 * r.filled() <= std::max<std::size_t>(width, 2);
    });
    const bool comments = std::all_of(above, end, [](const front_row& r) { return is_comment(r) || r.is_blank(); });
    // A `#` may be the name of a first column, of numbers of rows.
    const bool as_wide =
        std::any_of(above, end, [&](const front_row& r) { return is_comment(r) && r.cells.size() == width; });
    const bool sure = !data.typed.empty() || (usual.cells == 0 ? comments : few && !as_wide);
    return sure && names_columns(rows[at], data) ? at : 0;
}

std::uint64_t rows_below(const front_rows& rows, std::size_t header) {
    const std::size_t next = header + 1;
    if (next >= rows.size()) {
        return 0;
    }
    if (holds_import_ids(rows[next])) {
        return 1;
    }
    if (next + 1 < rows.size() && holds_import_ids(rows[next + 1])) {
        return 2;
    }
    const body data = body_of(rows, next + 1, rows[header].cells.size());
    return data.rows != 0 && (holds_questions(rows[next], rows[header], data) || holds_kinds_of_answers(rows[next]))
               ? 1
               : 0;
}

char delimiter_by_rows(std::string_view front, std::size_t from, bool whole) {
    const char usual = delimiter_of(front.substr(from));
    char best = usual;
    std::size_t most = 0;
    for (const char candidate : {usual, ',', ';', '\t', '|'}) {
        const std::size_t covered = width_of(front_rows_of(front, from, whole, candidate, edge_rows)).covered;
        if (covered > most) {
            best = candidate;
            most = covered;
        }
    }
    return best;
}

bool begins_at_once(const front_rows& rows) {
    return rows.size() < 2 || (rows[0].cells.size() > 1 && rows[0].filled() == rows[0].cells.size() &&
                               rows[0].cells.size() == width_of(rows).cells && !is_comment(rows[0]));
}

}  // namespace cxm
