#include "rows/csv_form.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "text/problem.hpp"

namespace cxm {

char delimiter_of(std::string_view header) {
    constexpr std::string_view candidates = ",;\t|";
    std::size_t counts[candidates.size()] = {};
    bool quoted = false;
    for (const char c : header) {
        if (c == '\n' && !quoted) {
            break;
        }
        quoted ^= c == '"';
        const std::size_t which = candidates.find(c);
        if (which != std::string_view::npos && !quoted) {
            ++counts[which];
        }
    }
    return candidates[static_cast<std::size_t>(std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

std::string quotes_for_text(const std::string& column, const std::vector<std::string>& perhaps_texts) {
    const bool may_be = std::find(perhaps_texts.begin(), perhaps_texts.end(), column) != perhaps_texts.end();
    return may_be ? " (a text goes in single quotes: " + quoted(column) + ")" : "";
}

bool is_again(std::string_view header, std::string_view text) {
    const std::string_view line = header.substr(0, header.find_last_not_of("\r\n") + 1);
    if (line.empty() || !text.starts_with(line)) {
        return false;
    }
    text.remove_prefix(line.size());
    return text.empty() || text[0] == '\n' || (text[0] == '\r' && (text.size() == 1 || text[1] == '\n'));
}

std::string_view trimmed(std::string_view cell) {
    constexpr std::string_view spaces = " \t";
    const std::size_t first = std::min(cell.find_first_not_of(spaces), cell.size());
    return cell.substr(first, cell.find_last_not_of(spaces) + 1 - first);
}

}  // namespace cxm
