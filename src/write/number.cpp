#include "write/number.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <fmt/format.h>

namespace cxm {

namespace {

constexpr int most_digits = 17;

/// Writes 16 digits: those of two numbers below 10^8, zeros in front.
#ifdef __SSE2__
void write_two_eights(char* to, std::uint64_t high, std::uint64_t low) {
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
    const __m128i digits = _mm_add_epi16(_mm_slli_epi16(twos, 8), _mm_mullo_epi16(tens, _mm_set1_epi16(1 - 10 * 256)));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_add_epi8(digits, _mm_set1_epi8('0')));
}
#else
void write_two_eights(char* to, std::uint64_t high, std::uint64_t low) {
    for (int i = 7; i >= 0; --i, high /= 10, low /= 10) {
        to[i] = static_cast<char>('0' + high % 10);
        to[i + 8] = static_cast<char>('0' + low % 10);
    }
}
#endif

constexpr auto powers_of_ten = [] {
    std::array<std::uint64_t, most_digits + 1> made{};
    std::uint64_t power = 1;
    for (std::uint64_t& p : made) {
        p = std::exchange(power, power * 10);
    }
    return made;
}();

/// How many digits a number above 0 and below 10^17 has.
int count_digits(std::uint64_t number) {
    const int about = static_cast<int>(std::bit_width(number)) * 1233 >> 12;
    return about + (number >= powers_of_ten[static_cast<std::size_t>(about)] ? 1 : 0);
}

/// Writes 17 digits: those of a number of `count` digits, then zeros. Straight from registers to their place: to read
/// them back from memory, just written, would stall.
void write_digits(char* to, std::uint64_t number, int count) {
    constexpr std::uint64_t eight = 100'000'000;
    const std::uint64_t all = number * powers_of_ten[static_cast<std::size_t>(most_digits - count)];
    const std::uint64_t first_nine = all / eight;
    const std::uint64_t first = first_nine / eight;
    to[0] = static_cast<char>('0' + first);
    write_two_eights(to + 1, first_nine - first * eight, all - first_nine * eight);
}

char* write_scientific(char* to, const char* digits, int count, int point) {
    *to++ = digits[0];
    if (count > 1) {
        *to++ = '.';
        to = std::copy(digits + 1, digits + count, to);
    }
    *to++ = 'e';
    return std::to_chars(to, to + 5, point - 1).ptr;
}

}  // namespace

char* write_number(char* to, double value) {
    if (value == 0) {
        std::memcpy(to, "0.0", 3);
        return to + 3;
    }
    *to = '-';
    to += value < 0 ? 1 : 0;
    // fmt and to_chars spend more on laying out the digits than on finding them: thrice and more the time of this.
    const auto decimal = fmt::detail::dragonbox::to_decimal(std::fabs(value));
    const int count = count_digits(decimal.significand);
    const int point = count + decimal.exponent;
    if (point <= 0 && point >= -4) {
        std::memcpy(to, "0.0000", 6);
        write_digits(to + 2 - point, decimal.significand, count);
        return to + 2 - point + count;
    }
    char digits[most_digits];
    write_digits(digits, decimal.significand, count);
    if (point > most_digits || point < 0) {
        return write_scientific(to, digits, count, point);
    }
    std::memcpy(to, digits, most_digits);
    if (point >= count) {
        std::memcpy(to + point, ".0", 2);
        return to + point + 2;
    }
    to += point;
    *to++ = '.';
    std::memcpy(to, digits + point, most_digits - point);
    return to + count - point;
}

void append_number(std::string& out, double value) {
    char text[longest_number];
    out.append(text, write_number(text, value));
}

void append_count(std::string& out, double count) {
    constexpr double exact = 9007199254740992.0;
    if (!(count >= -exact && count <= exact) || count != static_cast<double>(static_cast<std::int64_t>(count))) {
        append_number(out, count);
        return;
    }
    char text[longest_number];
    out.append(text, std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(count)).ptr);
}

}  // namespace cxm
