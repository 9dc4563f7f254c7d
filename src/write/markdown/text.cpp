#include "write/markdown/text.hpp"

#include "text/shown.hpp"

namespace cxm {

namespace {

/// Seen by nobody, and enough that GitHub finds no name, number or address. A backslash is not: it is gone before.
constexpr std::string_view apart = "&#8203;";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a text ends in what begins an address without a scheme.
bool is_web(std::string_view text) { return text.ends_with("www") || text.ends_with("WWW"); }

/// What must stand before a character, or before the one behind it.
struct guard {
    std::string_view before;
    std::string_view behind;
};

guard guard_of(std::string_view text, std::size_t at) {
    const char last = at == 0 ? ' ' : text[at - 1];
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const std::string_view rest = text.substr(at);
    switch (text[at]) {
        case '@': return {"", next == ' ' ? "" : apart};
        case '#': return is_digit(next) ? guard{"", apart} : guard{"\\", ""};
        case ':': return {"", rest.starts_with("://") ? apart : ""};
        case '.': return {is_web(text.substr(0, at)) ? apart : "", ""};
        case '_': return {is_word(last) && is_word(next) ? "" : "\\", ""};
        default: return {std::string_view("\\`*[]<>|~&$").find(text[at]) == std::string_view::npos ? "" : "\\", ""};
    }
}

}  // namespace

std::string markdown_text(std::string_view foreign) {
    const std::string text = escaped(foreign);
    std::string safe;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const guard g = guard_of(text, at);
        safe.append(g.before).append(1, text[at]).append(g.behind);
    }
    return safe;
}

}  // namespace cxm
