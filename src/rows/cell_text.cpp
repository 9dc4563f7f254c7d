#include "rows/cell_text.hpp"

#include <algorithm>
#include <cstddef>

#include "rows/row_batch.hpp"
#include "text/utf8.hpp"

namespace cxm {

std::string_view text_through(const std::vector<text_function>& functions, std::string_view cell, std::string& room) {
    std::string_view text = cell;
    for (const text_function function : functions) {
        if (function == text_function::lower) {
            room = in_lower_case(text);
            text = room;
        } else {
            text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
            text = text.substr(0, text.find_last_not_of(' ') + 1);
        }
    }
    if (text.empty()) {
        return blank_cell;
    }
    if (text.data() != cell.data() && text.data() != room.data()) {
        room = std::string(text);
        text = room;
    }
    return text;
}

bool is_like(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t in_pattern = 0;
    // Where the last % stands, and where what it takes ends: it takes a character more when the rest does not fit.
    std::size_t any = std::string_view::npos;
    std::size_t any_end = 0;
    while (at < text.size()) {
        const char wanted = in_pattern < pattern.size() ? pattern[in_pattern] : '\0';
        if (in_pattern < pattern.size() && wanted == '%') {
            any = in_pattern++;
            any_end = at;
        } else if (in_pattern < pattern.size() && wanted == '_') {
            at += first_character(text.substr(at)).bytes;
            ++in_pattern;
        } else if (in_pattern < pattern.size() && wanted == text[at]) {
            ++at;
            ++in_pattern;
        } else if (any != std::string_view::npos) {
            any_end += first_character(text.substr(any_end)).bytes;
            at = any_end;
            in_pattern = any + 1;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('%', in_pattern) == std::string_view::npos;
}

}  // namespace cxm
