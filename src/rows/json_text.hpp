#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "bytes/byte_scan.hpp"

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

/// The first quote, backslash or control character, looked for no further than 16 bytes as most texts are short.
inline const char* after_plain_short(const char* at) {
#if defined(__SSE2__)
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i quotes = _mm_cmpeq_epi8(text, _mm_set1_epi8('"'));
    const __m128i escapes = _mm_cmpeq_epi8(text, _mm_set1_epi8('\\'));
    const __m128i controls = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x1f)), text);
    const int marks = _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, escapes), controls));
    return at + __builtin_ctz(static_cast<unsigned>(marks) | 1u << 15);
#else
    return at;
#endif
}

/// Eight at a time, as a loop over each would be mispredicted at its end.
inline const char* after_digits(const char* at) {
    for (;; at += 8) {
        if (const std::uint64_t others = bytes::no_digits(bytes::zeros_off(bytes::load(at))); others != 0) {
            return at + bytes::first_of(others);
        }
    }
}

}  // namespace cxm
