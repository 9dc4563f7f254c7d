#pragma once

#include <cstddef>
#include <cstdint>

#include "bytes/byte_scan.hpp"
#include "bytes/kernels.hpp"

namespace cxm {

namespace {

/// Reads eight bytes that begin with a text of a size, whatever is behind it. All digits are read at once, and without
/// a branch on how many there are or where the mark is, which no processor could foresee; nothing is in it that vectors
/// cannot do.
inline short_number read_short(std::uint64_t word, std::uint64_t size, char mark) {
    constexpr std::uint64_t last = std::uint64_t{0x80} << 56;
    const std::uint64_t no_zeros = bytes::zeros_off(word);
    const std::uint64_t mark_off = static_cast<unsigned char>(mark ^ '0');
    // The last digit goes to the top, zeros in front. A mark there is none, for no digit follows.
    const std::uint64_t text = no_zeros << ((0 - 8 * size) & 63);
    const std::uint64_t marks = bytes::equal_to(text, static_cast<char>(mark_off)) & ~last;
    const std::uint64_t before = ((marks & (0 - marks)) >> 7) - 1;  // the first mark, or all
    const std::uint64_t behind = ~before << 8;
    const std::uint64_t whole = text & before;
    const std::uint64_t digits = (marks == 0 ? whole : whole << 8) | (text & behind);
    std::uint64_t places = behind & bytes::ones;
    places += places << 8;
    places += places << 16;
    places += places << 32;
    const std::uint64_t first = no_zeros & 0xff;
    const std::uint64_t second = no_zeros >> 8 & 0xff;
    std::uint64_t other = bytes::no_digits(digits) | ((size - 1) & ~std::uint64_t{7});
    other |= first == mark_off ? 1 : 0;
    other |= ((first == 0) & (size > 1) & (second != mark_off)) ? 1 : 0;
    return {bytes::number_of(digits), places >> 56, other};
}

/// Of a fixed count, so that the compiler makes vectors of it.
inline void read_short_numbers(short_numbers& numbers, char mark, unsigned noted_places) {
    const std::uint64_t noted = noted_places;
    for (std::size_t i = 0; i < short_numbers::count; ++i) {
        const short_number number = read_short(numbers.words[i], numbers.sizes[i], mark);
        const std::uint64_t other = numbers.sizes[i] == 0 ? 0 : number.other | (noted >> number.places & 1);
        numbers.digits[i] = (number.other | other) == 0 ? number.digits : 0;
        numbers.places[i] = number.places;
        numbers.other[i] = other;
    }
}

}  // namespace

}  // namespace cxm
