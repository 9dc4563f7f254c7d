#include "write/number.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace cxm {

namespace {

constexpr int most_digits = 17;

/// The eight digits of a number below 10^8, a byte each in the order of memory; all halves are split at once.
std::uint64_t eight_digits(std::uint64_t number) {
    const std::uint64_t fours = number / 10000 | number % 10000 << 32;
    const std::uint64_t hundreds = fours * 10486 >> 20 & 0x0000007f'0000007f;
    const std::uint64_t twos = hundreds | (fours - hundreds * 100) << 16;
    const std::uint64_t tens = twos * 103 >> 10 & 0x000f000f'000f000f;
    const std::uint64_t digits = (tens | (twos - tens * 10) << 8) + 0x30303030'30303030;
    return std::endian::native == std::endian::little ? digits : __builtin_bswap64(digits);
}

/// Writes all 17 digits of a significand, zeros in front.
void write_digits(char* to, std::uint64_t significand) {
    constexpr std::uint64_t eight = 100'000'000;
    const std::uint64_t high = significand / eight;
    const std::uint64_t digits[] = {eight_digits(high % eight), eight_digits(significand % eight)};
    to[0] = static_cast<char>('0' + high / eight);
    std::memcpy(to + 1, digits, sizeof digits);
}

/// How many digits a number above 0 and below 10^17 has.
int count_digits(std::uint64_t number) {
    constexpr auto powers = [] {
        std::array<std::uint64_t, most_digits + 1> made{};
        std::uint64_t power = 1;
        for (std::uint64_t& p : made) {
            p = std::exchange(power, power * 10);
        }
        return made;
    }();
    const int about = static_cast<int>(std::bit_width(number)) * 1233 >> 12;
    return about + (number >= powers[static_cast<std::size_t>(about)] ? 1 : 0);
}

char* copy(char* to, const char* from, int count) {
    std::memcpy(to, from, static_cast<std::size_t>(count));
    return to + count;
}

/// Copies up to `most_digits`, of which the caller wants `count`: a copy of known size needs no loop.
char* copy_digits(char* to, const char* from, int count) {
    std::memcpy(to, from, most_digits);
    return to + count;
}

char* write_scientific(char* to, const char* digits, int count, int point) {
    *to++ = digits[0];
    if (count > 1) {
        *to++ = '.';
        to = copy(to, digits + 1, count - 1);
    }
    *to++ = 'e';
    return std::to_chars(to, to + 5, point - 1).ptr;
}

}  // namespace

char* write_number(char* to, double value) {
    if (value == 0) {
        return copy(to, "0.0", 3);
    }
    *to = '-';
    to += value < 0 ? 1 : 0;
    // fmt and to_chars spend more on laying out the digits than on finding them: thrice and more the time of this.
    const auto decimal = fmt::detail::dragonbox::to_decimal(std::fabs(value));
    char all[2 * most_digits];
    write_digits(all, decimal.significand);
    const int count = count_digits(decimal.significand);
    const char* digits = all + most_digits - count;
    const int point = count + decimal.exponent;
    if (point > most_digits || point < -4) {
        return write_scientific(to, digits, count, point);
    }
    if (point <= 0) {
        std::memcpy(to, "0.0000", 6);
        return copy_digits(to + 2 - point, digits, count);
    }
    if (point >= count) {
        to = copy_digits(to, digits, count);
        std::memset(to, '0', static_cast<std::size_t>(point - count));
        return copy(to + point - count, ".0", 2);
    }
    to = copy_digits(to, digits, point);
    *to++ = '.';
    return copy_digits(to, digits + point, count - point);
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
