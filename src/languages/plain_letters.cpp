#include "languages/plain_letters.hpp"

#include "text/utf8.hpp"

namespace cxm {

namespace {

std::string_view plain_spelling(char32_t code) {
    // U+00C0 to U+00FF.
    constexpr std::string_view latin[] = {"A", "A", "A", "A", "A",  "A",  "AE", "C", "E", "E", "E",  "E", "I",
                                          "I", "I", "I", "D", "N",  "O",  "O",  "O", "O", "O", "x",  "O", "U",
                                          "U", "U", "U", "Y", "Th", "ss", "a",  "a", "a", "a", "a",  "a", "ae",
                                          "c", "e", "e", "e", "e",  "i",  "i",  "i", "i", "d", "n",  "o", "o",
                                          "o", "o", "o", "/", "o",  "u",  "u",  "u", "u", "y", "th", "y"};
    if (code >= 0xc0 && code <= 0xff) {
        return latin[code - 0xc0];
    }
    switch (code) {
        case 0xa0:
        case 0x202f: return " ";
        case 0xab:
        case 0xbb: return "\"";
        case 0x152: return "OE";
        case 0x153: return "oe";
        case 0x2013:
        case 0x2014: return "-";
        case 0x2019: return "'";
        case 0x2026: return "...";
        default: return "?";
    }
}

}  // namespace

std::string in_plain_letters(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const utf8_character next = first_character(text);
        if (next.code < 0x80) {
            plain += text.front();
        } else {
            plain += plain_spelling(next.code);
        }
        text.remove_prefix(next.bytes);
    }
    return plain;
}

}  // namespace cxm
