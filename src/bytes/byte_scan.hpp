#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// Loops over bytes that the compiler turns into vector instructions, or that look at eight bytes in one register.
namespace cxm::bytes {

inline constexpr std::uint64_t ones = 0x0101010101010101;
inline constexpr std::uint64_t highs = 0x8080808080808080;

/// Eight bytes, the first in the lowest.
inline std::uint64_t load(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    if constexpr (std::endian::native == std::endian::big) {
        word = __builtin_bswap64(word);
    }
    return word;
}

/// Up to seven bytes as a word that no other text of this length gives, maybe some of them twice; copies of known size
/// need no call.
inline std::uint64_t load_short(std::string_view text) {
    const auto load_as = [&](auto word, std::size_t at) {
        std::memcpy(&word, text.data() + at, sizeof word);
        return static_cast<std::uint64_t>(word);
    };
    const std::size_t size = text.size();
    if (size >= 4) {
        return load_as(std::uint32_t{}, 0) | load_as(std::uint32_t{}, size - 4) << 32;
    }
    return size == 0 ? 0
                     : load_as(std::uint8_t{}, 0) | load_as(std::uint8_t{}, size / 2) << 8 |
                           load_as(std::uint8_t{}, size - 1) << 16;
}

/// Whether texts are the same, which for short ones needs no call.
inline bool same(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) {
        return false;
    }
    return one.size() < 8 ? load_short(one) == load_short(other) : one == other;
}

inline void store(char* to, std::uint64_t word) {
    if constexpr (std::endian::native == std::endian::big) {
        word = __builtin_bswap64(word);
    }
    std::memcpy(to, &word, sizeof word);
}

// Always inlined: the kernels of all kinds of processors have these, and no kind may get another's.

/// The lowest high bit set is that of the first byte equal to `c`; those above it may be wrong.
[[gnu::always_inline]] constexpr std::uint64_t equal_to(std::uint64_t word, char c) {
    const std::uint64_t zero_where = word ^ (ones * static_cast<unsigned char>(c));
    return (zero_where - ones) & ~zero_where & highs;
}

/// The same for bytes below `limit`, which is at most 128.
constexpr std::uint64_t below(std::uint64_t word, unsigned char limit) { return (word - ones * limit) & ~word & highs; }

/// The index of the byte whose high bit is the lowest one set; `found` is not 0.
constexpr unsigned first_of(std::uint64_t marks) { return static_cast<unsigned>(std::countr_zero(marks)) / 8; }

/// What digits come to when the zeros are taken off; of other bytes `no_digits` has the high bit.
[[gnu::always_inline]] constexpr std::uint64_t zeros_off(std::uint64_t word) { return word ^ (ones * '0'); }
[[gnu::always_inline]] constexpr std::uint64_t no_digits(std::uint64_t without_zeros) {
    return ((without_zeros + ones * (0x80 - 10)) | without_zeros) & highs;
}

/// The number that eight digits make without their zeros, the first in the lowest byte.
[[gnu::always_inline]] constexpr std::uint64_t number_of(std::uint64_t digits) {
    digits = digits * ((10 << 8) + 1) >> 8 & 0x00ff00ff00ff00ff;
    digits = digits * ((100 << 16) + 1) >> 16 & 0x0000ffff0000ffff;
    return digits * ((std::uint64_t{10000} << 32) + 1) >> 32;
}

template <class Predicate>
std::size_t count_if(std::string_view text, Predicate is) {
    constexpr std::size_t stride = 128;  // whose count fits a byte
    std::size_t total = 0;
    std::size_t i = 0;
    for (; i + stride <= text.size(); i += stride) {
        unsigned char count = 0;
        for (std::size_t j = 0; j < stride; ++j) {
            count = static_cast<unsigned char>(count + (is(text[i + j]) ? 1 : 0));
        }
        total += count;
    }
    for (; i < text.size(); ++i) {
        total += is(text[i]) ? 1 : 0;
    }
    return total;
}

inline std::size_t count(std::string_view text, char wanted) {
    return count_if(text, [wanted](char c) { return c == wanted; });
}

/// Characters of a UTF-8 text: its bytes but those that continue a character.
inline std::size_t count_characters(std::string_view text) {
    return count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

}  // namespace cxm::bytes
