#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(__PCLMUL__)
#include <wmmintrin.h>
#endif

namespace cxm {

/// A bit for each of 64 bytes.
struct csv_masks {
    std::uint64_t quotes;
    std::uint64_t separators;  ///< delimiters and line feeds, quoted ones too
};

#if defined(__SSE2__)
inline csv_masks masks_of(const char* bytes, char delimiter) {
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i feed = _mm_set1_epi8('\n');
    const __m128i between = _mm_set1_epi8(delimiter);
    csv_masks found{0, 0};
    for (int part = 0; part < 4; ++part) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + part);
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(text, between), _mm_cmpeq_epi8(text, feed));
        const auto bits = [](__m128i each) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(each)));
        };
        found.quotes |= bits(_mm_cmpeq_epi8(text, quote)) << (16 * part);
        found.separators |= bits(ends) << (16 * part);
    }
    return found;
}
#else
inline csv_masks masks_of(const char* bytes, char delimiter) {
    csv_masks found{0, 0};
    for (int i = 0; i < 64; ++i) {
        found.quotes |= static_cast<std::uint64_t>(bytes[i] == '"') << i;
        found.separators |= static_cast<std::uint64_t>(bytes[i] == delimiter || bytes[i] == '\n') << i;
    }
    return found;
}
#endif

/// Each bit is the parity of those up to and with it: of quotes, whether a byte is within them.
inline std::uint64_t prefix_xor(std::uint64_t bits) {
#if defined(__PCLMUL__)
    const __m128i ones = _mm_set1_epi8(-1);
    return static_cast<std::uint64_t>(
        _mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<long long>(bits)), ones, 0)));
#else
    for (int shift = 1; shift < 64; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
#endif
}

/// The number of bits set, also where no instruction counts them.
inline std::size_t bits_in(std::uint64_t bits) {
#if defined(__POPCNT__)
    return static_cast<std::size_t>(__builtin_popcountll(bits));
#else
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return static_cast<std::size_t>(bits * 0x0101010101010101u >> 56);
#endif
}

}  // namespace cxm
