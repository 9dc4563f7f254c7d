#pragma once

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cxm {

namespace {

#if defined(__AVX512BW__)
const char* after_plain(const char* at) {
    for (;; at += 64) {
        const __m512i text = _mm512_loadu_si512(at);
        const __mmask64 special = _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('"')) |
                                  _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\\')) |
                                  _mm512_cmplt_epu8_mask(text, _mm512_set1_epi8(0x20));
        if (special != 0) {
            return at + __builtin_ctzll(special);
        }
    }
}
#elif defined(__AVX2__)
const char* after_plain(const char* at) {
    for (;; at += 32) {
        const __m256i text = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
        const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(text, _mm256_set1_epi8(0x1f)), text);
        const __m256i marks = _mm256_or_si256(_mm256_cmpeq_epi8(text, _mm256_set1_epi8('"')),
                                              _mm256_cmpeq_epi8(text, _mm256_set1_epi8('\\')));
        if (const int special = _mm256_movemask_epi8(_mm256_or_si256(control, marks)); special != 0) {
            return at + __builtin_ctz(static_cast<unsigned>(special));
        }
    }
}
#elif defined(__SSE2__)
const char* after_plain(const char* at) {
    for (;; at += 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(text, _mm_set1_epi8(0x1f)), text);
        const __m128i marks =
            _mm_or_si128(_mm_cmpeq_epi8(text, _mm_set1_epi8('"')), _mm_cmpeq_epi8(text, _mm_set1_epi8('\\')));
        if (const int special = _mm_movemask_epi8(_mm_or_si128(control, marks)); special != 0) {
            return at + __builtin_ctz(static_cast<unsigned>(special));
        }
    }
}
#else
const char* after_plain(const char* at) {
    while (*at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1f) {
        ++at;
    }
    return at;
}
#endif

}  // namespace

}  // namespace cxm
