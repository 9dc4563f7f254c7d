#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "bytes/byte_scan.hpp"

namespace cxm {

// Local to each file that includes it: tests compile one with vector instructions and one without.
namespace {

/// 16 digits in order: those of two numbers below 10^8, zeros in front.
#ifdef __SSE2__
class sixteen_digits {
public:
    sixteen_digits(std::uint64_t high, std::uint64_t low) {
        // All are split at once: by 10000, then by 100, then by 10, each into a lane twice as wide as it needs.
        const __m128i eights = _mm_set_epi64x(static_cast<long long>(low), static_cast<long long>(high));
        const __m128i thousands = _mm_srli_epi64(_mm_mul_epu32(eights, _mm_set1_epi64x(0xd1b71759)), 45);
        const __m128i below = _mm_sub_epi32(eights, _mm_mul_epu32(thousands, _mm_set1_epi64x(10000)));
        const __m128i fours = _mm_or_si128(thousands, _mm_slli_epi64(below, 32));
        const __m128i hundreds = _mm_srli_epi16(_mm_mulhi_epu16(fours, _mm_set1_epi16(5243)), 3);
        const __m128i both = _mm_or_si128(hundreds, _mm_slli_epi32(hundreds, 16));
        const __m128i off = _mm_mullo_epi16(both, _mm_set1_epi32((-100 << 16) + 1));  // 1 and -100 times the hundreds
        const __m128i twos = _mm_add_epi16(_mm_slli_epi32(fours, 16), off);
        const __m128i tens = _mm_mulhi_epu16(twos, _mm_set1_epi16(6554));
        digits_ = _mm_add_epi16(_mm_slli_epi16(twos, 8), _mm_mullo_epi16(tens, _mm_set1_epi16(1 - 10 * 256)));
    }

    void write(char* to) const {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_add_epi8(digits_, _mm_set1_epi8('0')));
    }

    /// The first seven, from the lowest byte on.
    std::uint64_t first() const { return static_cast<std::uint64_t>(_mm_cvtsi128_si64(digits_)) + bytes::ones * '0'; }

    /// How many there are but for zeros at the end.
    int count() const {
        const auto zeros = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(digits_, _mm_setzero_si128())));
        return static_cast<int>(std::bit_width(zeros ^ 0xffffu));
    }

private:
    __m128i digits_;
};
#else
class sixteen_digits {
public:
    sixteen_digits(std::uint64_t high, std::uint64_t low) {
        for (int i = 7; i >= 0; --i, high /= 10, low /= 10) {
            digits_[i] = static_cast<char>('0' + high % 10);
            digits_[i + 8] = static_cast<char>('0' + low % 10);
        }
    }

    void write(char* to) const { std::memcpy(to, digits_, sizeof digits_); }
    std::uint64_t first() const { return bytes::load(digits_); }
    int count() const {
        int count = sizeof digits_;
        while (count > 0 && digits_[count - 1] == '0') {
            --count;
        }
        return count;
    }

private:
    char digits_[16];
};
#endif

}  // namespace

}  // namespace cxm
