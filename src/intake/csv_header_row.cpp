#include "intake/csv_header_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "intake/csv_cells.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view delimiters = ",;\t|";
constexpr std::size_t usual_header = 1 << 16;
constexpr std::size_t longest_header = 1 << 20;

/// Passes over a first line that says `sep=;`.
std::optional<char> read_sep_line(block_reader& input) {
    const std::string_view text = input.peek(usual_header);
    const std::size_t line_end = text.find('\n');
    const std::string_view line = text.substr(0, std::min(line_end, text.find_first_of("\r\n")));
    if (line.size() != 5 || !line.starts_with("sep=") || line_end == std::string_view::npos) {
        return std::nullopt;
    }
    const char delimiter = line[4];
    if (delimiters.find(delimiter) == std::string_view::npos) {
        throw bad_input(fmt::format("{}:1:5", shown(input.name())),
                        fmt::format("{} separates no cells; , ; | or a tab does", quoted({&delimiter, 1})));
    }
    input.skip(line_end + 1);
    return delimiter;
}

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

/// Whether a space stands behind each delimiter outside of quotes, and there is one.
bool spaces_lead(std::string_view row, char delimiter) {
    bool in_quotes = false;
    bool any = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        in_quotes ^= row[i] == '"';
        if (row[i] == delimiter && !in_quotes) {
            any = true;
            if (i + 1 == row.size() || row[i + 1] != ' ') {
                return false;
            }
        }
    }
    return any;
}

}  // namespace

char likely_delimiter(std::string_view row) {
    std::size_t counts[delimiters.size()] = {};
    bool in_quotes = false;
    for (const char c : row) {
        in_quotes ^= c == '"';
        const std::size_t which = delimiters.find(c);
        if (which != std::string_view::npos && !in_quotes) {
            ++counts[which];
        }
    }
    const auto most = std::max_element(std::begin(counts), std::end(counts));
    return delimiters[static_cast<std::size_t>(most - std::begin(counts))];
}

csv_header_row find_header_row(block_reader& input, const input_options& options) {
    const std::optional<char> said = read_sep_line(input);
    csv_header_row row{first_row(input)};
    row.delimiter = options.delimiter                     ? *options.delimiter
                    : said                                ? *said
                    : options.format == input_format::tsv ? '\t'
                                                          : likely_delimiter(row.text);
    row.spaces_lead = spaces_lead(row.text, row.delimiter);
    return row;
}

}  // namespace cxm
