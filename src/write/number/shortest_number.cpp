#include "write/number/number_text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "bytes/byte_scan.hpp"
#include "write/number/sixteen_digits.hpp"

namespace cxm {

namespace {

constexpr int most_digits = 17;

constexpr auto whole_powers_of_ten = [] {
    std::array<std::uint64_t, most_digits + 1> powers{};
    std::uint64_t power = 1;
    for (std::uint64_t& p : powers) {
        p = std::exchange(power, power * 10);
    }
    return powers;
}();

/// How many digits a number above 0 and below 10^17 has.
int count_digits(std::uint64_t number) {
    const int about = static_cast<int>(std::bit_width(number)) * 1233 >> 12;
    return about + (number >= whole_powers_of_ten[static_cast<std::size_t>(about)] ? 1 : 0);
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

/// Puts the point between the first digits in a register: to read them back from memory, just written, would stall.
char* write_with_point(char* to, char first, const sixteen_digits& others, int point) {
    others.write(to + 2);
    const std::uint64_t digits = static_cast<unsigned char>(first) | others.first() << 8;
    const std::uint64_t before = (std::uint64_t{1} << 8 * point) - 1;
    const std::uint64_t behind = ~(before << 8 | 0xff);
    bytes::store(to, (digits & before) | std::uint64_t{'.'} << 8 * point | (digits << 8 & behind));
    return to + std::max(1 + others.count(), point + 1) + 1;
}

}  // namespace

decimal shortest_by_fmt(double value) {
    if (value == 0) {
        return {0, 1, false};
    }
    const auto exact = fmt::detail::dragonbox::to_decimal(std::fabs(value));
    const int count = count_digits(exact.significand);
    return {exact.significand * whole_powers_of_ten[static_cast<std::size_t>(most_digits - count)],
            count + exact.exponent, value < 0};
}

char* write_decimal(char* to, const decimal& number) {
    constexpr std::uint64_t eight = 100'000'000;
    const std::uint64_t first_nine = number.digits / eight;
    const std::uint64_t first = number.digits / (eight * eight);
    const sixteen_digits others(first_nine - first * eight, number.digits - first_nine * eight);
    const char first_digit = static_cast<char>('0' + first);
    const int point = number.point;
    *to = '-';
    to += number.negative ? 1 : 0;
    if (point <= 0 && point >= -4) {
        std::memcpy(to, "0.000000", 8);
        to += 2 - point;
        *to++ = first_digit;
        others.write(to);
        return to + others.count();
    }
    if (point > 0 && point <= 6) {
        return write_with_point(to, first_digit, others, point);
    }
    char digits[most_digits] = {first_digit};
    others.write(digits + 1);
    const int count = 1 + others.count();
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
    std::memcpy(to, digits + point, static_cast<std::size_t>(most_digits - point));
    return to + count - point;
}

void append_number(std::string& out, double value) {
    char text[longest_number];
    out.append(text, write_decimal(text, shortest(value)));
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
