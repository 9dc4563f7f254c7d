#include "rows/csv_form.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view delimiters = ",;\t|";

}  // namespace

char delimiter_of(std::string_view header) {
    std::size_t counts[delimiters.size()] = {};
    bool quoted = false;
    for (const char c : header) {
        if (c == '\n' && !quoted) {
            break;
        }
        quoted ^= c == '"';
        const std::size_t which = delimiters.find(c);
        if (which != std::string_view::npos && !quoted) {
            ++counts[which];
        }
    }
    return delimiters[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

std::string quotes_for_text(const std::string& column, const std::vector<std::string>& perhaps_texts) {
    const bool may_be = std::find(perhaps_texts.begin(), perhaps_texts.end(), column) != perhaps_texts.end();
    return may_be ? " (a text goes in single quotes: " + quote_of(column) + ")" : "";
}

bool is_blank_row(const char* at, const char* end, char delimiter) {
    const char* to = at;
    const auto pass_spaces = [&] {
        while (to != end && (*to == ' ' || (*to == '\t' && delimiter != '\t'))) {
            ++to;
        }
    };
    for (;; ++to) {
        pass_spaces();
        if (end - to >= 2 && to[0] == '"' && to[1] == '"') {
            to += 2;
            pass_spaces();
        }
        if (to == end) {
            return to != at;
        }
        if (*to != delimiter) {
            return *to == '\n' || (*to == '\r' && (to + 1 == end || to[1] == '\n'));
        }
    }
}

std::size_t size_of_sep_line(std::string_view text, const std::string& file, std::optional<char>& delimiter) {
    const std::size_t feed = text.find('\n');
    std::string_view line = text.substr(0, feed);
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    if (feed == text.npos || line.size() != 5 || !line.starts_with("sep=")) {
        return 0;
    }
    if (delimiters.find(line[4]) == delimiters.npos) {
        throw bad_input(file + ":1:5", quote_of(line.substr(4)) + " separates no cells; , ; | or a tab does");
    }
    delimiter = delimiter ? delimiter : line[4];
    return feed + 1;
}

bool is_again(std::string_view header, std::string_view text) {
    const std::string_view line = header.substr(0, header.find_last_not_of("\r\n") + 1);
    if (line.empty() || !text.starts_with(line)) {
        return false;
    }
    text.remove_prefix(line.size());
    return text.empty() || text[0] == '\n' || (text[0] == '\r' && (text.size() == 1 || text[1] == '\n'));
}

}  // namespace cxm
