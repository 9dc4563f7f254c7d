#include "text/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

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

void append_utf8(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

std::string in_lower_case(std::string_view text) {
    std::string lowered;
    while (!text.empty()) {
        const utf8_character c = first_character(text);
        if (c.valid) {
            append_utf8(lowered, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.code))));
        } else {
            lowered += text[0];
        }
        text.remove_prefix(c.bytes);
    }
    return lowered;
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

/// What people take for one character: a letter with its marks, a flag of two letters.
struct cluster {
    std::size_t bytes;
    std::size_t columns;
};

std::size_t columns_of(char32_t code) {
    constexpr char32_t flag_a = 0x1f1e6;
    constexpr char32_t flag_z = 0x1f1ff;
    constexpr char32_t as_picture = 0xfe0f;
    const bool picture = (code >= flag_a && code <= flag_z) || code == as_picture;
    return picture ? 2 : static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(code)));
}

/// As wide as the widest that it has: a mark takes no column of its own.
cluster first_cluster(std::string_view text) {
    const auto is_plain = [&](std::size_t i) { return i >= text.size() || (text[i] >= 0x20 && text[i] < 0x7f); };
    if (is_plain(0) && is_plain(1)) {
        return {1, 1};
    }
    utf8_character last = first_character(text);
    if (!last.valid) {
        return {1, 1};
    }
    cluster whole{last.bytes, columns_of(last.code)};
    for (utf8proc_int32_t state = 0; whole.bytes < text.size();) {
        const utf8_character next = first_character(text.substr(whole.bytes));
        if (!next.valid || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last.code),
                                                            static_cast<utf8proc_int32_t>(next.code), &state)) {
            break;
        }
        whole.bytes += next.bytes;
        whole.columns = std::max(whole.columns, columns_of(next.code));
        last = next;
    }
    return whole;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const cluster c = first_cluster(text);
        columns += c.columns;
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
        const cluster c = first_cluster(text);
        if (used + c.columns + 1 > columns) {
            break;
        }
        used += c.columns;
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
