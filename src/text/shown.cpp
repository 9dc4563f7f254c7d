#include "text/shown.hpp"

#include <utf8proc.h>

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace cxm {

namespace {

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Characters that are not seen, or change how the text around them is displayed.
bool is_unsafe(char32_t c) {
    if (c < 0x20 || within(c, 0x7f, 0x9f)) {
        return true;
    }
    if (c < 0xa0) {
        return false;
    }
    // Annotations, and what Unicode keeps for more of the kind: tags and variation selectors among them.
    if (within(c, 0x2060, 0x206f) || within(c, 0xfff0, 0xfffb) || within(c, 0xe0000, 0xe0fff)) {
        return true;
    }
    const utf8proc_property_t& is = *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
    return is.ignorable || is.category == UTF8PROC_CATEGORY_ZL || is.category == UTF8PROC_CATEGORY_ZP;
}

/// Whether it asks for the character before it as text or as a picture, which is seen.
bool is_presentation(char32_t c) { return within(c, 0xfe0e, 0xfe0f); }

/// Appends the character at the front of a text; returns what is behind it. `before` is the one that was there.
std::string_view append_first(std::string& safe, std::string_view foreign, char32_t& before) {
    const utf8_character c = first_character(foreign);
    if (!c.valid) {
        safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(foreign[0]));
    } else if (c.code == '\n') {
        safe += "\\n";
    } else if (c.code == '\t') {
        safe += "\\t";
    } else if (c.code == '\r') {
        safe += "\\r";
    } else if (is_unsafe(c.code) && !(is_presentation(c.code) && before >= 0x80 && !is_presentation(before))) {
        safe += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c.code));
    } else {
        safe += foreign.substr(0, c.bytes);
    }
    before = c.valid ? c.code : 0;
    return foreign.substr(c.bytes);
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x80 && utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS);
}

constexpr std::size_t longest = 60;

}  // namespace

std::string escaped(std::string_view foreign) {
    std::string safe;
    for (char32_t before = 0; !foreign.empty();) {
        foreign = append_first(safe, foreign, before);
    }
    return safe;
}

std::string shown(std::string_view foreign, std::string_view cut) {
    std::string safe;
    char32_t before = 0;
    for (std::size_t characters = 0; !foreign.empty(); ++characters) {
        if (characters == longest) {
            return safe.append(cut);
        }
        foreign = append_first(safe, foreign, before);
    }
    return safe;
}

std::string shown_end(std::string_view foreign) {
    std::size_t from = foreign.size();
    for (std::size_t characters = 0; from > 0 && characters < longest; ++characters) {
        // Back to the first byte of a character; of bytes that are none, no further than any could reach.
        const std::size_t least = from - std::min<std::size_t>(from, 4);
        --from;
        while (from > least && (static_cast<unsigned char>(foreign[from]) & 0xc0) == 0x80) {
            --from;
        }
    }
    return (from == 0 ? "" : "…") + escaped(foreign.substr(from));
}

std::string quote_of(std::string_view foreign) { return fmt::format("'{}'", shown(foreign)); }

std::string and_more(std::size_t others) {
    return others == 0 ? std::string() : " (and " + std::to_string(others) + " more like it)";
}

bool begins_command(std::string_view line) {
    while (!line.empty()) {
        const utf8_character c = first_character(line);
        if (!c.valid || !is_space(c.code)) {
            break;
        }
        line.remove_prefix(c.bytes);
    }
    return line.starts_with("::");
}

std::string without_commands(std::string_view lines) {
    std::string safe;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, std::min(lines.find('\n'), lines.size() - 1) + 1);
        const std::size_t colons = begins_command(line) ? line.find("::") : 0;
        safe.append(line.substr(0, colons)).append(begins_command(line) ? "\\" : "").append(line.substr(colons));
        lines.remove_prefix(line.size());
    }
    return safe;
}

}  // namespace cxm
