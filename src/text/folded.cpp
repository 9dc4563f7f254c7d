#include "text/folded.hpp"

#include <algorithm>

namespace cxm {

namespace {

/// The letters U+00C0 to U+00FF without their accents, two bytes of UTF-8 each that begin with 0xc3; a space for what
/// is no letter.
constexpr std::string_view latin = "aaaaaaaceeeeiiii"
                                   " nooooo ouuuuy  "
                                   "aaaaaaaceeeeiiii"
                                   " nooooo ouuuuy y";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string folded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
        const bool is_latin = byte == 0xc3 && next >= 0x80 && latin[next & 0x3f] != ' ';
        // U+0300 to U+036F: accents behind their letters, as some systems write them.
        const bool is_accent = (byte == 0xcc && next >= 0x80) || (byte == 0xcd && next >= 0x80 && next < 0xb0);
        const bool is_hard_space = byte == 0xc2 && next == 0xa0;
        if (is_latin) {
            plain += latin[next & 0x3f];
        } else if (is_hard_space) {
            plain += ' ';
        } else if (!is_accent) {
            plain += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : text[i];
        }
        i += is_latin || is_accent || is_hard_space ? 1 : 0;
    }
    const auto first = std::find_if_not(plain.begin(), plain.end(), is_space);
    const auto last = std::find_if_not(plain.rbegin(), std::make_reverse_iterator(first), is_space);
    return {first, last.base()};
}

}  // namespace cxm
