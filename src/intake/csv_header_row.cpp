#include "intake/csv_header_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "intake/csv_cells.hpp"
#include "rows/csv_form.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::size_t usual_header = 1 << 16;
constexpr std::size_t longest_header = 1 << 20;

std::string first_row(block_reader& input) {
    for (std::size_t bytes = usual_header;; bytes = longest_header) {
        const std::string_view text = input.peek(bytes);
        bool in_quotes = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            in_quotes ^= text[i] == '"';
            if (text[i] == '\n' && !in_quotes) {
                return std::string(text.substr(0, i + 1));
            }
        }
        if (input.at_end()) {
            return std::string(text);
        }
        if (bytes == longest_header) {
            throw bad_input(shown(input.name()), "the header is longer than 1 MB");
        }
    }
}

/// Whether a name has spaces around it that no quotes hold.
bool has_spaces_around(std::string_view row, char delimiter) {
    csv_cells names(row.substr(0, row.find_last_not_of("\r\n") + 1), delimiter);
    try {
        for (auto after = csv_cells::behind::delimiter; after == csv_cells::behind::delimiter;) {
            csv_cell name;
            after = names.next(name);
            if (trimmed(name.text) != name.text && name.text.data() == name.at) {
                return true;
            }
        }
    } catch (const csv_cells::fault&) {
        return true;  // such as a quote behind a space
    }
    return false;
}

}  // namespace

csv_header_row find_header_row(block_reader& input, const input_options& options) {
    std::optional<char> said = options.delimiter;
    input.skip(size_of_sep_line(input.peek(usual_header), shown_end(input.name()), said));
    csv_header_row row{first_row(input)};
    row.delimiter = said.value_or(options.format == input_format::tsv ? '\t' : delimiter_of(row.text));
    row.trims = has_spaces_around(row.text, row.delimiter);
    return row;
}

}  // namespace cxm
