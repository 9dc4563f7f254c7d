#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cxm {

/// After spaces within a line: a line feed ends it, so it is none.
inline const char* after_spaces(const char* at) {
    if (static_cast<unsigned char>(*at) > ' ') {
        return at;
    }
    while (*at == ' ' || *at == '\t' || *at == '\r') {
        ++at;
    }
    return at;
}

/// After an escape that begins at a backslash; null where it is none.
const char* after_escape(const char* at);

/// Appends a string's text without its escapes, which must be well-formed; false at half of a surrogate pair or a NUL.
bool append_unescaped(const char* from, const char* to, std::string& into);

}  // namespace cxm
