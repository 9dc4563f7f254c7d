#include "write/json/string.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace cxm {

namespace {

/// Terminals act on the control characters beyond ASCII too.
void append_escaped(std::string& out, char32_t c) {
    switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
}

/// What readers of a document a line may take for the end of one.
bool breaks_line(char32_t c) { return c == 0x2028 || c == 0x2029; }

bool is_plain(char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7f; }

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        std::size_t plain = 0;
        while (plain < text.size() && is_plain(text[plain]) && static_cast<unsigned char>(text[plain]) < 0x80) {
            ++plain;
        }
        out += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        const utf8_character c = first_character(text);
        if (!c.valid) {
            out += "\xef\xbf\xbd";
        } else if (c.code >= 0xa0 && !breaks_line(c.code)) {
            out += text.substr(0, c.bytes);
        } else {
            append_escaped(out, c.code);
        }
        text.remove_prefix(c.bytes);
    }
    out += '"';
}

}  // namespace cxm
