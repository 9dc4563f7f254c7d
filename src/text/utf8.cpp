#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace cxm {

utf8_character first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) {
        return {};
    }
    char32_t code = lead & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return {};
        }
        code = code << 6 | (byte(i) & 0x3f);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < smallest[bytes] || code > 0x10ffff || surrogate) {
        return {};
    }
    return {code, bytes, true};
}

std::size_t first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            ++i;
            continue;
        }
        const utf8_character c = first_character(text.substr(i));
        if (!c.valid) {
            return i;
        }
        i += c.bytes;
    }
    return std::string_view::npos;
}

namespace {

struct code_range {
    char32_t first;
    char32_t last;
};

bool within(const code_range* begin, const code_range* end, char32_t code) {
    const code_range* after =
        std::upper_bound(begin, end, code, [](char32_t c, const code_range& r) { return c < r.first; });
    return after != begin && code <= (after - 1)->last;
}

// Blocks of Unicode 15 in the main; exact enough for labels, without wcwidth, which needs setlocale.
constexpr code_range wide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x23e9, 0x23ec},   {0x25fd, 0x25fe},   {0x2614, 0x2615},
    {0x2648, 0x2653},   {0x26a1, 0x26a1},   {0x26bd, 0x26be},   {0x26d4, 0x26d4},   {0x2705, 0x2705},
    {0x270a, 0x270b},   {0x2728, 0x2728},   {0x274c, 0x274c},   {0x2753, 0x2757},   {0x2795, 0x2797},
    {0x2b1b, 0x2b1c},   {0x2b50, 0x2b50},   {0x2e80, 0x303e},   {0x3041, 0x33ff},   {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},   {0xa000, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},   {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f004, 0x1f004}, {0x1f0cf, 0x1f0cf},
    {0x1f18e, 0x1f19a}, {0x1f1e6, 0x1f202}, {0x1f210, 0x1f23b}, {0x1f240, 0x1f265}, {0x1f300, 0x1f64f},
    {0x1f680, 0x1f6ff}, {0x1f7e0, 0x1f7eb}, {0x1f900, 0x1f9ff}, {0x1fa70, 0x1faff}, {0x20000, 0x3fffd},
};

constexpr code_range combining[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a}, {0x064b, 0x065f}, {0x0900, 0x0902},
    {0x093c, 0x093c}, {0x0941, 0x0948}, {0x094d, 0x094d}, {0x0e31, 0x0e31}, {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e},
    {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
};

std::size_t columns_of(char32_t code) {
    if (within(std::begin(combining), std::end(combining), code)) {
        return 0;
    }
    return within(std::begin(wide), std::end(wide), code) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const utf8_character c = first_character(text);
        columns += c.valid ? columns_of(c.code) : 1;
        text.remove_prefix(c.bytes);
    }
    return columns;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) {
        return std::string(text);
    }
    std::string cut;
    std::size_t used = 0;
    while (!text.empty()) {
        const utf8_character c = first_character(text);
        const std::size_t more = c.valid ? columns_of(c.code) : 1;
        if (used + more + 1 > columns) {
            break;
        }
        used += more;
        cut += text.substr(0, c.bytes);
        text.remove_prefix(c.bytes);
    }
    return columns == 0 ? cut : cut + "…";
}

void append_utf8(std::string& to, unsigned code) {
    const auto continued = [&](int shift) { to += static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    if (code < 0x80) {
        to += static_cast<char>(code);
    } else if (code < 0x800) {
        to += static_cast<char>(0xc0 | code >> 6);
        continued(0);
    } else if (code < 0x10000) {
        to += static_cast<char>(0xe0 | code >> 12);
        continued(6);
        continued(0);
    } else {
        to += static_cast<char>(0xf0 | code >> 18);
        continued(12);
        continued(6);
        continued(0);
    }
}

}  // namespace cxm
