#pragma once

#include <cstddef>
#include <cstdint>

#include "read/kernels.hpp"

#if defined(__AVX512BW__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace cxm {

namespace {

void count_singly(const char* from, const char* to, byte_counts& counts) {
    for (; from != to; ++from) {
        counts.lines += *from == '\n' ? 1 : 0;
        counts.odd_quotes ^= *from == '"';
        counts.has_nul |= *from == '\0';
    }
}

#if defined(__AVX512BW__)
/// Line feeds, parity of quotes and NULs in one pass at memory speed.
byte_counts counts_of(const char* from, const char* to) {
    byte_counts counts;
    const __m512i quote = _mm512_set1_epi8('"');
    const __m512i feed = _mm512_set1_epi8('\n');
    __mmask64 quotes = 0;
    __m512i least = _mm512_set1_epi8(-1);
    while (to - from >= 64) {
        // A byte of `feeds` counts to 255 at most before it must be emptied.
        std::ptrdiff_t rounds = (to - from) / 64;
        rounds = rounds > 255 ? 255 : rounds;
        __m512i feeds = _mm512_setzero_si512();
        for (; rounds > 0; --rounds, from += 64) {
            const __m512i bytes = _mm512_loadu_si512(from);
            quotes ^= _mm512_cmpeq_epi8_mask(bytes, quote);
            least = _mm512_min_epu8(least, bytes);
            const __mmask64 here = _mm512_cmpeq_epi8_mask(bytes, feed);
            feeds = _mm512_mask_sub_epi8(feeds, here, feeds, _mm512_set1_epi8(-1));
        }
        const __m512i sums = _mm512_sad_epu8(feeds, _mm512_setzero_si512());
        counts.lines += static_cast<std::uint64_t>(_mm512_reduce_add_epi64(sums));
    }
    counts.odd_quotes = __builtin_parityll(quotes) != 0;
    counts.has_nul = _mm512_testn_epi8_mask(least, least) != 0;
    count_singly(from, to, counts);
    return counts;
}
#elif defined(__SSE2__)
byte_counts counts_of(const char* from, const char* to) {
    byte_counts counts;
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i feed = _mm_set1_epi8('\n');
    __m128i quotes = _mm_setzero_si128();
    __m128i least = _mm_set1_epi8(-1);
    while (to - from >= 16) {
        // A byte of `feeds` counts to 255 at most before it must be emptied.
        std::ptrdiff_t rounds = (to - from) / 16;
        rounds = rounds > 255 ? 255 : rounds;
        __m128i feeds = _mm_setzero_si128();
        for (; rounds > 0; --rounds, from += 16) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
            quotes = _mm_xor_si128(quotes, _mm_cmpeq_epi8(bytes, quote));
            feeds = _mm_sub_epi8(feeds, _mm_cmpeq_epi8(bytes, feed));
            least = _mm_min_epu8(least, bytes);
        }
        const __m128i sums = _mm_sad_epu8(feeds, _mm_setzero_si128());
        counts.lines += static_cast<std::uint64_t>(_mm_cvtsi128_si64(sums)) +
                        static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_srli_si128(sums, 8)));
    }
    counts.odd_quotes = __builtin_parity(static_cast<unsigned>(_mm_movemask_epi8(quotes))) != 0;
    counts.has_nul = _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128())) != 0;
    count_singly(from, to, counts);
    return counts;
}
#else
byte_counts counts_of(const char* from, const char* to) {
    byte_counts counts;
    count_singly(from, to, counts);
    return counts;
}
#endif

}  // namespace

}  // namespace cxm
