#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cxm {

/// Mixes two words into one; the high and the low half of their product.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ typedef unsigned __int128 uint128;
    const uint128 product = static_cast<uint128>(a ^ 0x9e3779b97f4a7c15u) * (b ^ 0xd6e8feb86659fd93u);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// Ones for 16 bytes, then zeros: from the right place on, what to keep of a text's bytes.
inline constexpr auto ones_then_zeros = [] {
    struct {
        char bytes[32];
    } ones{};
    for (int i = 0; i < 16; ++i) {
        ones.bytes[i] = '\xff';
    }
    return ones;
}();

/// One of the first two words of a text, zeros behind its end, without a branch on its length. The bytes of the word
/// must be readable, whatever the text's length.
inline std::uint64_t word_of(std::string_view text, std::size_t number) {
    const std::size_t size = text.size() < 16 ? text.size() : 16;
    return word_at(text.data() + 8 * number) & word_at(ones_then_zeros.bytes + 16 - size + 8 * number);
}

/// The one word of a text of at most eight bytes, likewise; of a longer text any word.
inline std::uint64_t only_word_of(std::string_view text) {
    return word_at(text.data()) & word_at(ones_then_zeros.bytes + 16 - (text.size() & 15));
}

/// The first 16 bytes of a text, zeros behind its end: to compare short texts.
struct first_words {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    first_words() = default;

    /// 16 bytes must be readable, whatever the text's length.
    explicit first_words(std::string_view text) : low(word_of(text, 0)), high(word_of(text, 1)) {}

    bool operator==(const first_words&) const = default;
};

/// Whether a text is all in its first words and ASCII; 16 bytes must be readable.
inline bool is_short_ascii(std::string_view text) {
    const first_words words(text);
    return ((words.low | words.high) & 0x8080808080808080u) == 0 && text.size() <= sizeof words;
}

/// memcmp for the few bytes of labels and keys, without its call.
inline bool equal_bytes(const char* a, const char* b, std::size_t size) {
    const auto same = [&](std::size_t at, auto word) {
        auto other = word;
        std::memcpy(&word, a + at, sizeof word);
        std::memcpy(&other, b + at, sizeof other);
        return word == other;
    };
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8) {
            if (!same(at, std::uint64_t{0})) {
                return false;
            }
        }
        return same(size - 8, std::uint64_t{0});
    }
    if (size >= 4) {
        return same(0, std::uint32_t{0}) && same(size - 4, std::uint32_t{0});
    }
    return size == 0 || (a[0] == b[0] && (size == 1 || same(size - 2, std::uint16_t{0})));
}

/// A hash of a text; equal in every thread and run. Tables compare the texts too, so it need not be perfect.
inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    const char* at = text.data();
    std::size_t size = text.size();
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint64_t hash = seed ^ size;
    while (size > 16) {
        std::memcpy(&low, at, 8);
        std::memcpy(&high, at + 8, 8);
        hash = mix(hash ^ low, high);
        at += 16;
        size -= 16;
    }
    if (size >= 8) {
        std::memcpy(&low, at, 8);
        std::memcpy(&high, at + size - 8, 8);
        return mix(hash ^ low, high);
    }
    if (size >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + size - 4, 4);
        return mix(hash ^ first, last);
    }
    if (size != 0) {
        // First, middle and last byte are all there are of one to three.
        const auto byte = [&](std::size_t i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])); };
        low = byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
    }
    return mix(hash ^ low, 0);
}

}  // namespace cxm
