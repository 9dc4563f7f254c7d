#include "rows/json_text.hpp"

#include "text/utf8.hpp"

namespace cxm {

namespace {

int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// Four hex digits, -1 where they are none.
int hex_unit(const char* at) {
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hex_digit(at[i]);
        if (digit < 0) {
            return -1;
        }
        unit = unit * 16 + digit;
    }
    return unit;
}

}  // namespace

const char* after_escape(const char* at) {
    switch (at[1]) {
        case '"':
        case '\\':
        case '/':
        case 'b':
        case 'f':
        case 'n':
        case 'r':
        case 't': return at + 2;
        case 'u': return hex_unit(at + 2) < 0 ? nullptr : at + 6;
        default: return nullptr;
    }
}

bool append_unescaped(const char* from, const char* to, std::string& into) {
    constexpr std::string_view letters = "bfnrt";
    constexpr std::string_view controls = "\b\f\n\r\t";
    while (from != to) {
        if (*from != '\\') {
            into += *from++;
            continue;
        }
        const char letter = from[1];
        if (letter != 'u') {
            const std::size_t control = letters.find(letter);
            into += control == std::string_view::npos ? letter : controls[control];
            from += 2;
            continue;
        }
        unsigned code = static_cast<unsigned>(hex_unit(from + 2));
        from += 6;
        if (code >= 0xd800 && code < 0xdc00 && to - from >= 6 && from[0] == '\\' && from[1] == 'u') {
            const unsigned low = static_cast<unsigned>(hex_unit(from + 2));
            if (low >= 0xdc00 && low < 0xe000) {
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
                from += 6;
            }
        }
        if (code == 0 || (code >= 0xd800 && code < 0xe000)) {
            return false;
        }
        append_utf8(into, static_cast<char32_t>(code));
    }
    return true;
}

}  // namespace cxm
