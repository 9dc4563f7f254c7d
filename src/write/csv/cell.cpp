#include "write/csv/cell.hpp"

#include <algorithm>

#include "bytes/byte_scan.hpp"
#include "text/shown.hpp"

namespace cxm {

namespace {

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// Whether a cell reads as this text without quotes.
bool is_plain(std::string_view text) {
    if (text.empty()) {
        return true;
    }
    const auto has_special = [](std::uint64_t word) {
        return (bytes::equal_to(word, '"') | bytes::equal_to(word, ',') | bytes::equal_to(word, '\r') |
                bytes::equal_to(word, '\n')) != 0;
    };
    const bool may_begin_command = text.front() == ':' || static_cast<unsigned char>(text.front()) >= 0x80;
    bool special = text.front() == ' ' || text.back() == ' ' || (may_begin_command && begins_command(text));
    for (; text.size() >= 8; text.remove_prefix(8)) {
        special = special || has_special(bytes::load(text.data()));
    }
    return !special && !has_special(bytes::load_short(text));
}

bool looks_decimal(std::string_view text) {
    return text.find('.') != text.npos && text.find_first_not_of("0123456789.+-eE") == text.npos;
}

}  // namespace

char* write_csv_cell(char* to, std::string_view text, csv_texts texts) {
    const bool defused = texts != csv_texts::plain && is_formula(text);
    if (is_plain(text) && !(texts == csv_texts::for_excel && looks_decimal(text))) {
        *to = '\'';
        return std::copy(text.begin(), text.end(), to + (defused ? 1 : 0));
    }
    *to++ = '"';
    *to = '\'';
    to += defused ? 1 : 0;
    for (const char c : text) {
        *to = '"';
        to += c == '"' ? 1 : 0;
        *to++ = c;
    }
    *to++ = '"';
    return to;
}

void append_csv_cell(std::string& out, std::string_view text, csv_texts texts) {
    if (is_plain(text) && texts == csv_texts::plain) {
        out += text;
        return;
    }
    const std::size_t before = out.size();
    out.resize(before + text.size() * 2 + 3);
    out.resize(static_cast<std::size_t>(write_csv_cell(out.data() + before, text, texts) - out.data()));
}

}  // namespace cxm
