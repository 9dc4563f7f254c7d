#include "text/problem.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace cxm {

bad_input::bad_input(const std::string& place, const std::string& finding)
    : problem(exit_code::refused, place.empty() ? finding : place + ": " + finding) {
    has_place = !place.empty();
}

namespace {

/// Characters that would change how the text around them is displayed.
bool is_unsafe(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

}  // namespace

std::string shown(std::string_view foreign, std::string_view cut) {
    constexpr int longest = 60;
    std::string safe;
    int characters = 0;
    while (!foreign.empty()) {
        if (++characters > longest) {
            return safe.append(cut);
        }
        const utf8_character c = first_character(foreign);
        if (!c.valid) {
            safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(foreign[0]));
        } else if (c.code == '\n') {
            safe += "\\n";
        } else if (c.code == '\t') {
            safe += "\\t";
        } else if (c.code == '\r') {
            safe += "\\r";
        } else if (is_unsafe(c.code)) {
            safe += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c.code));
        } else {
            safe += foreign.substr(0, c.bytes);
        }
        foreign.remove_prefix(c.bytes);
    }
    return safe;
}

std::string quoted(std::string_view foreign) { return fmt::format("'{}'", shown(foreign)); }

}  // namespace cxm
