#include "bytes/block_place.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/byte_scan.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

std::size_t first_unreadable(std::string_view text) {
    constexpr std::size_t stride = 64;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + stride <= text.size()) {
            unsigned char unusual = 0;
            for (std::size_t j = 0; j < stride; ++j) {
                const auto c = static_cast<unsigned char>(text[i + j]);
                unusual = static_cast<unsigned char>(unusual | (c & 0x80) | (c == 0 ? 1 : 0));
            }
            if (unusual == 0) {
                i += stride;
                continue;
            }
        }
        const std::size_t end = std::min(i + stride, text.size());
        while (i < end) {
            const utf8_character c = first_character(text.substr(i));
            if (!c.valid || c.code == 0) {
                return i;
            }
            i += c.bytes;
        }
    }
    return std::string_view::npos;
}

std::string block_place::of(const char* at) const {
    const std::string_view before(block.text->data(), static_cast<std::size_t>(at - block.text->data()));
    const std::size_t line_end = before.rfind('\n');
    const bool same_line = line_end == std::string_view::npos;
    const std::uint64_t column =
        (same_line ? block.column : 1) + bytes::count_characters(same_line ? before : before.substr(line_end + 1));
    return fmt::format("{}:{}:{}", shown_end(file), block.line + bytes::count(before, '\n'), column);
}

void block_place::check_text(const char* until) const {
    const std::string_view text = *block.text;
    const std::size_t bad = first_unreadable(text);
    if (bad >= static_cast<std::size_t>(until - text.data())) {
        return;
    }
    if (text[bad] == '\0') {
        throw bad_input(of(text.data() + bad), "a NUL byte: this is no text file");
    }
    throw bad_input(of(text.data() + bad), fmt::format("byte 0x{:02x} is not UTF-8 (is it --encoding windows-1252?)",
                                                       static_cast<unsigned char>(text[bad])));
}

void block_place::refuse(const char* at, const std::string& finding) const {
    check_text(at);
    throw bad_input(of(at), finding);
}

}  // namespace cxm
