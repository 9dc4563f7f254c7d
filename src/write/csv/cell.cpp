#include "write/csv/cell.hpp"

#include <algorithm>

#include "bytes/byte_scan.hpp"

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

}  // namespace

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

void append_csv_cell(std::string& out, std::string_view text) {
    if (is_plain(text)) {
        out += text;
        return;
    }
    const std::size_t before = out.size();
    out.resize(before + text.size() * 2 + 2);
    out.resize(static_cast<std::size_t>(write_csv_cell(out.data() + before, text) - out.data()));
}

}  // namespace cxm
