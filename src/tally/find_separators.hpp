#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "tally/separators.hpp"

// Included by one file for each kind of processor, which the compiler's flags tell. All is local to that file and none
// of it the standard library's: the linker would keep one copy of an inline function, maybe that of another processor.
namespace cxm {

namespace {

/// A bit for each of 64 bytes.
struct csv_masks {
    std::uint64_t quotes;
    std::uint64_t separators;  ///< delimiters and line feeds, quoted ones too
};

#if defined(__AVX2__)
csv_masks masks_of(const char* bytes, char delimiter) {
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i feed = _mm256_set1_epi8('\n');
    const __m256i between = _mm256_set1_epi8(delimiter);
    csv_masks found{0, 0};
    for (int part = 0; part < 2; ++part) {
        const __m256i text = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes) + part);
        const __m256i ends = _mm256_or_si256(_mm256_cmpeq_epi8(text, between), _mm256_cmpeq_epi8(text, feed));
        const auto bits = [](__m256i each) {
            return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(each)));
        };
        found.quotes |= bits(_mm256_cmpeq_epi8(text, quote)) << (32 * part);
        found.separators |= bits(ends) << (32 * part);
    }
    return found;
}
#elif defined(__SSE2__)
csv_masks masks_of(const char* bytes, char delimiter) {
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
csv_masks masks_of(const char* bytes, char delimiter) {
    csv_masks found{0, 0};
    for (int i = 0; i < 64; ++i) {
        found.quotes |= static_cast<std::uint64_t>(bytes[i] == '"') << i;
        found.separators |= static_cast<std::uint64_t>(bytes[i] == delimiter || bytes[i] == '\n') << i;
    }
    return found;
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

/// Writes eight positions whatever there is, and keeps as many as there are: a mispredicted branch costs more.
std::uint32_t* write_positions(std::uint32_t* out, std::uint64_t bits, std::uint32_t base) {
    constexpr std::uint64_t stop = std::uint64_t{1} << 63;
    std::uint32_t* const after = out + bits_in(bits);
    const auto write_one = [&] {
        *out++ = base + static_cast<std::uint32_t>(lowest_bit(bits | stop));
        bits &= bits - 1;
    };
    const auto write_four = [&] { write_one(), write_one(), write_one(), write_one(); };
    do {
        write_four();
        write_four();
    } while (bits != 0);
    return after;
}

std::size_t separators_in(const char* begin, std::size_t size, char delimiter, std::uint32_t* to) {
    std::uint32_t* out = to;
    std::uint64_t within = 0;         // all ones while a quote is open
    std::uint64_t may_open = 1;       // the byte before lets a quote open
    std::uint64_t closed_before = 0;  // the byte before closed a quote
    for (std::size_t base = 0; base < size; base += 64) {
        auto [quotes, separators] = masks_of(begin + base, delimiter);
        if (size - base < 64) {
            const std::uint64_t inside = (std::uint64_t{1} << (size - base)) - 1;
            quotes &= inside;
            separators &= inside;
        }
        // No branch on whether there are quotes: it would be mispredicted every few words.
        const std::uint64_t inside = prefix_xor(quotes) ^ within;
        within = std::uint64_t{0} - (inside >> 63);
        separators &= ~inside;
        const std::uint64_t opening = quotes & inside;
        const std::uint64_t closing = quotes & ~inside;
        const std::uint64_t before_opening = separators | closing;
        const std::uint64_t stray = opening & ~(before_opening << 1 | may_open);
        const std::uint64_t after_closing = (closing << 1 | closed_before) & ~(separators | opening);
        may_open = before_opening >> 63;
        closed_before = closing >> 63;
        if ((stray | after_closing) != 0 && !(stray == 0 && are_line_ends(begin + base, after_closing))) {
            return odd_quotes;
        }
        out = write_positions(out, separators, static_cast<std::uint32_t>(base));
    }
    return static_cast<std::size_t>(out - to);
}

}  // namespace

}  // namespace cxm
