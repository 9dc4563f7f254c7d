#include "rows/json_scan.hpp"
#include "rows/json_text.hpp"
#include "text/ascii.hpp"

// Texts and numbers, of any form.
namespace cxm {

/// After the closing quote of a string.
const char* json_scanner::string(const char* at, std::uint32_t cell) {
    const char* const first = at + 1;
    bool escaped = false;
    for (at = after_plain_(first); *at != '"'; at = after_plain_(at)) {
        if (*at != '\\') {
            refuse(at, *at == '\n' ? "the line ends within a text" : "a control character within a text");
        }
        const char* const after = after_escape(at);
        if (after == nullptr) {
            refuse(at, "no such escape");
        }
        at = after;
        escaped = true;
    }
    if (cell != json_paths::none) {
        fill(cell, first, {first, static_cast<std::size_t>(at - first)});
        if (escaped) {
            std::string& room = room_[cell * row_batch::most + rows_.size];
            room.clear();
            if (!append_unescaped(first, at, room)) {
                refuse(first, "half of a surrogate pair, or a NUL");
            }
            rows_.column(cell)[rows_.size] = room;
        }
    }
    return at + 1;
}

const char* json_scanner::number(const char* at) {
    const char* const first = at;
    at += *at == '-' ? 1 : 0;
    if (!is_digit(*at) || (*at == '0' && is_digit(at[1]))) {
        refuse(first, "not a value of JSON");
    }
    const auto digits = [&] {
        if (!is_digit(*at)) {
            refuse(first, "not a value of JSON");
        }
        at = after_digits(at);
    };
    digits();
    if (*at == '.') {
        ++at;
        digits();
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        at += *at == '+' || *at == '-' ? 1 : 0;
        digits();
    }
    return at;
}

}  // namespace cxm
