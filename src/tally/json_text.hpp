#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cxm {

/// At or after `at`, the first quote, backslash or control character. A line feed must come somewhere.
inline const char* after_plain_text(const char* at) {
#if defined(__SSE2__)
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i backslash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1f);
    for (;; at += 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, quote), _mm_cmpeq_epi8(text, backslash)),
                                             _mm_cmpeq_epi8(_mm_min_epu8(text, control), text));
        const unsigned found = static_cast<unsigned>(_mm_movemask_epi8(special));
        if (found != 0) {
            return at + __builtin_ctz(found);
        }
    }
#else
    while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1f) {
        ++at;
    }
    return at;
#endif
}

/// After an escape that begins at a backslash; null where it is none.
const char* after_escape(const char* at);

/// Appends a string's text without its escapes, which must be well-formed; false at half of a surrogate pair or a NUL.
bool append_unescaped(const char* from, const char* to, std::string& into);

}  // namespace cxm
