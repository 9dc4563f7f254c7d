#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace cxm {

/// 17 digits, zeros behind those that count, and how many of them stand before the point.
struct decimal {
    std::uint64_t digits;
    std::int32_t point;
    bool negative;
};

namespace detail {

/// What brings doubles of one exponent to a whole part of 16 or 17 digits and a fraction of 60 bits at most: a last
/// digit with its fraction fits a word. No power of five has more than 60 bits here, so that all of it is exact.
struct scaling {
    std::uint64_t power;  ///< of five, moved up so that the fraction has 64 bits
    std::uint64_t half;   ///< of what lies between two doubles, with a fraction of 60 bits
    std::int32_t shift;   ///< of the significand before it is multiplied
    std::int32_t point;   ///< in front of how many of 17 digits it comes to stand
};

inline constexpr int fraction_bits = 60;
inline constexpr int least_exponent = -83;  ///< of a significand of 53 bits: from 4.7e-10
inline constexpr int end_exponent = 0;      ///< to 4.5e15

constexpr auto make_scalings() {
    std::array<scaling, end_exponent - least_exponent> scalings{};
    int places = 0;
    std::uint64_t five = 1;
    for (int exponent = end_exponent - 1; exponent >= least_exponent; --exponent) {
        // As few places as bring a step between two doubles to 1 at least.
        while (places < -exponent && five >> std::min(-exponent - places, 63) == 0) {
            ++places;
            five *= 5;
        }
        const int up = 64 + exponent + places;
        const int shift = std::max(up - std::countl_zero(five), 0);
        scalings[static_cast<std::size_t>(exponent - least_exponent)] = {
            five << (up - shift), five << (up - 1 - (64 - fraction_bits)), shift, 17 - places};
    }
    return scalings;
}

inline constexpr auto scalings = make_scalings();

/// Without a branch, which a compiler may make of `?:` and numbers would take either way.
constexpr std::uint64_t choose(bool first, std::uint64_t one, std::uint64_t other) {
    return other ^ ((one ^ other) & (std::uint64_t{0} - static_cast<std::uint64_t>(first)));
}

}  // namespace detail

/// The shortest decimal that reads back as this double, of those the nearest; false where it is 0, very small, very
/// large or a power of two, for a slower way to find. This one has no branch that a number would surprise.
inline bool find_shortest(double value, decimal& number) {
    __extension__ typedef unsigned __int128 wide;
    constexpr int bits = 52;
    constexpr std::uint64_t exponents = 2048;
    constexpr std::uint64_t bias = 1075;
    constexpr std::uint64_t ten_to_16 = 10'000'000'000'000'000;
    constexpr std::uint64_t one = std::uint64_t{1} << detail::fraction_bits;
    const auto pattern = std::bit_cast<std::uint64_t>(value);
    const std::uint64_t fraction = pattern % (std::uint64_t{1} << bits);
    const std::uint64_t index =
        (pattern >> bits) % exponents - (bias + static_cast<std::uint64_t>(detail::least_exponent));
    if (index >= detail::scalings.size() || fraction == 0) {
        return false;
    }
    const detail::scaling& scale = detail::scalings[index];
    const wide scaled = wide{(fraction | std::uint64_t{1} << bits) << scale.shift} * scale.power;
    const auto whole = static_cast<std::uint64_t>(scaled >> 64);
    const std::uint64_t rest = static_cast<std::uint64_t>(scaled) >> (64 - detail::fraction_bits);
    // What lies nearer than half a step reads back as this double; what lies at it, if the significand is even.
    const std::uint64_t reach = scale.half + (1 - fraction % 2);
    const std::uint64_t last = whole % 10;
    const std::uint64_t behind_ten = last * one + rest;
    const std::uint64_t before_ten = 10 * one - behind_ten;
    // Steps are of 1 to 10: at most one multiple of ten is near enough, and else the nearest whole number is.
    std::uint64_t digits = whole + (rest > one / 2 - whole % 2 ? 1 : 0);
    digits = detail::choose(before_ten < reach, whole - last + 10, digits);
    digits = detail::choose(behind_ten < reach, whole - last, digits);
    const bool is_short = whole < ten_to_16;
    number = {detail::choose(is_short, digits * 10, digits), scale.point - (is_short ? 1 : 0), pattern >> 63 != 0};
    return number.digits < 10 * ten_to_16;  // rounded up to it, it has a digit more
}

}  // namespace cxm
