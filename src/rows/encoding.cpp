#include "rows/encoding.hpp"

#include <cstdint>
#include <cstring>

#include "rows/row_batch.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

/// 0x80 to 0x9f, where Windows-1252 differs from Latin 1; 0 is undefined.
constexpr unsigned short upper[32] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                      0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                      0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

}  // namespace

bool is_ascii(std::string_view text) {
    std::uint64_t bits = 0;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        bits |= word;
    }
    for (; at < text.size(); ++at) {
        bits |= static_cast<unsigned char>(text[at]);
    }
    return (bits & 0x8080808080808080u) == 0;
}

void require_utf8(std::size_t cell, std::string_view text) {
    if (!is_ascii(text) && first_invalid_utf8(text) != std::string_view::npos) {
        throw cell_problem{cell, "", true};
    }
}

bool from_windows_1252(std::string_view& text, std::string& room) {
    if (is_ascii(text)) {
        return true;
    }
    std::string converted;
    for (const char c : text) {
        const unsigned byte = static_cast<unsigned char>(c);
        const unsigned code = byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : byte;
        if (code == 0 && byte != 0) {
            return false;
        }
        append_utf8(converted, code);
    }
    room = std::move(converted);
    text = room;
    return true;
}

}  // namespace cxm
