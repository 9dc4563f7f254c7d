#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "bytes/kernels.hpp"

namespace cxm {

namespace {

/// A bit for each of 64 bytes.
struct csv_masks {
    std::uint64_t quotes;
    std::uint64_t feeds;       ///< line feeds, quoted ones too
    std::uint64_t delimiters;  ///< quoted ones too
};

#if defined(__AVX512BW__)
csv_masks masks_of(const char* bytes, char delimiter) {
    const __m512i text = _mm512_loadu_si512(bytes);
    return {_mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('"')), _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8('\n')),
            _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8(delimiter))};
}
#elif defined(__AVX2__)
csv_masks masks_of(const char* bytes, char delimiter) {
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i feed = _mm256_set1_epi8('\n');
    const __m256i between = _mm256_set1_epi8(delimiter);
    csv_masks masks{0, 0, 0};
    for (int part = 0; part < 2; ++part) {
        const __m256i text = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes) + part);
        const auto bits = [](__m256i each) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(each)));
        };
        masks.quotes |= bits(_mm256_cmpeq_epi8(text, quote)) << (32 * part);
        masks.feeds |= bits(_mm256_cmpeq_epi8(text, feed)) << (32 * part);
        masks.delimiters |= bits(_mm256_cmpeq_epi8(text, between)) << (32 * part);
    }
    return masks;
}
#elif defined(__SSE2__)
csv_masks masks_of(const char* bytes, char delimiter) {
    const __m128i quote = _mm_set1_epi8('"');
    const __m128i feed = _mm_set1_epi8('\n');
    const __m128i between = _mm_set1_epi8(delimiter);
    csv_masks masks{0, 0, 0};
    for (int part = 0; part < 4; ++part) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + part);
        const auto bits = [](__m128i each) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(each)));
        };
        masks.quotes |= bits(_mm_cmpeq_epi8(text, quote)) << (16 * part);
        masks.feeds |= bits(_mm_cmpeq_epi8(text, feed)) << (16 * part);
        masks.delimiters |= bits(_mm_cmpeq_epi8(text, between)) << (16 * part);
    }
    return masks;
}
#else
csv_masks masks_of(const char* bytes, char delimiter) {
    csv_masks masks{0, 0, 0};
    for (int i = 0; i < 64; ++i) {
        masks.quotes |= static_cast<std::uint64_t>(bytes[i] == '"') << i;
        masks.feeds |= static_cast<std::uint64_t>(bytes[i] == '\n') << i;
        masks.delimiters |= static_cast<std::uint64_t>(bytes[i] == delimiter) << i;
    }
    return masks;
}
#endif

/// Each bit is the parity of those up to and with it: of quotes, whether a byte is within them.
std::uint64_t prefix_xor(std::uint64_t bits) {
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
std::size_t bits_in(std::uint64_t bits) {
#if defined(__POPCNT__)
    return static_cast<std::size_t>(__builtin_popcountll(bits));
#else
    bits -= bits >> 1 & 0x5555555555555555u;
    bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
    bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return static_cast<std::size_t>(bits * 0x0101010101010101u >> 56);
#endif
}

int lowest_bit(std::uint64_t bits) { return __builtin_ctzll(bits); }

/// Whether all that follows closing quotes is a carriage return and a line feed.
bool are_line_ends(const char* begin, std::uint64_t after_closing) {
    for (; after_closing != 0; after_closing &= after_closing - 1) {
        const char* const after = begin + lowest_bit(after_closing);
        if (after[0] != '\r' || after[1] != '\n') {
            return false;
        }
    }
    return true;
}

#if defined(__AVX512VBMI2__)
/// Writes sixteen positions whatever there is, and keeps as many as there are: a mispredicted branch costs more.
std::uint32_t* write_positions(std::uint32_t* out, std::uint64_t bits, std::uint32_t base) {
    alignas(64) constexpr static auto numbers = [] {
        struct {
            unsigned char of[64];
        } counting_up{};
        for (int i = 0; i < 64; ++i) {
            counting_up.of[i] = static_cast<unsigned char>(i);
        }
        return counting_up;
    }();
    const std::size_t count = bits_in(bits);
    __m512i places = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(numbers.of));
    const __m512i from = _mm512_set1_epi32(static_cast<int>(base));
    const auto write_sixteen = [&](std::size_t first) {
        const __m512i sixteen = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places));
        _mm512_storeu_si512(out + first, _mm512_add_epi32(from, sixteen));
    };
    write_sixteen(0);
    for (std::size_t written = 16; written < count; written += 16) {
        places = _mm512_alignr_epi32(places, places, 4);
        write_sixteen(written);
    }
    return out + count;
}
#else
/// Writes eight positions whatever there is, and keeps as many as there are: a mispredicted branch costs more.
std::uint32_t* write_positions(std::uint32_t* out, std::uint64_t bits, std::uint32_t base) {
    std::uint32_t* const after = out + bits_in(bits);
    const auto write_one = [&] {
#if defined(__BMI__)
        *out++ = base + static_cast<std::uint32_t>(_tzcnt_u64(bits));
#else
        constexpr std::uint64_t stop = std::uint64_t{1} << 63;  // where no bit is left there is no lowest one
        *out++ = base + static_cast<std::uint32_t>(lowest_bit(bits | stop));
#endif
        bits &= bits - 1;
    };
    const auto write_four = [&] { write_one(), write_one(), write_one(), write_one(); };
    do {
        write_four();
        write_four();
    } while (bits != 0);
    return after;
}
#endif

separators_found separators_in(const char* begin, std::size_t size, char delimiter, std::uint32_t* to) {
    std::uint32_t* out = to;
    std::size_t feeds_found = 0;
    std::uint64_t within = 0;          // all ones while a quote is open
    std::uint64_t special_before = 1;  // the byte before is a separator or a quote: at the begin it counts as one
    std::uint64_t closed_before = 0;   // the byte before closed a quote
    for (std::size_t base = 0; base < size; base += 64) {
        auto [quotes, feeds, delimiters] = masks_of(begin + base, delimiter);
        if (size - base < 64) {
            const std::uint64_t read = (std::uint64_t{1} << (size - base)) - 1;
            quotes &= read;
            feeds &= read;
            delimiters &= read;
        }
        // No branch on whether there are quotes: it would be mispredicted every few words.
        const std::uint64_t inside = prefix_xor(quotes) ^ within;
        within = std::uint64_t{0} - (inside >> 63);
        const std::uint64_t separators = (feeds | delimiters) & ~inside;
        // What is before an opening quote and behind a closing one is outside of them.
        const std::uint64_t special = feeds | delimiters | quotes;
        const std::uint64_t closing = quotes & ~inside;
        const std::uint64_t stray = quotes & inside & ~(2 * special + special_before);
        const std::uint64_t after_closing = (2 * closing + closed_before) & ~special;
        special_before = special >> 63;
        closed_before = closing >> 63;
        if ((stray | after_closing) != 0 && !(stray == 0 && are_line_ends(begin + base, after_closing))) {
            return {0, 0, true};
        }
        feeds_found += bits_in(feeds & ~inside);
        out = write_positions(out, separators, static_cast<std::uint32_t>(base));
    }
    return {static_cast<std::size_t>(out - to), feeds_found, false};
}

}  // namespace

}  // namespace cxm
