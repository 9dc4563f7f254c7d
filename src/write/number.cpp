#include "write/number.hpp"

#include <charconv>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace cxm {

namespace {

constexpr int most_digits = 17;

void write_pair(char* to, std::uint32_t below_100) {
    to[0] = static_cast<char>('0' + below_100 / 10);
    to[1] = static_cast<char>('0' + below_100 % 10);
}

void write_eight(char* to, std::uint32_t number) {
    const std::uint32_t high = number / 10000;
    const std::uint32_t low = number % 10000;
    write_pair(to, high / 100);
    write_pair(to + 2, high % 100);
    write_pair(to + 4, low / 100);
    write_pair(to + 6, low % 100);
}

/// Writes all 17 digits of a significand, zeros in front.
void write_digits(char* to, std::uint64_t significand) {
    constexpr std::uint64_t eight = 100'000'000;
    to[0] = static_cast<char>('0' + significand / (eight * eight));
    write_eight(to + 1, static_cast<std::uint32_t>(significand / eight % eight));
    write_eight(to + 9, static_cast<std::uint32_t>(significand % eight));
}

char* copy(char* to, const char* from, int count) {
    std::memcpy(to, from, static_cast<std::size_t>(count));
    return to + count;
}

char* fill_zeros(char* to, int count) {
    std::memset(to, '0', static_cast<std::size_t>(count));
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
    if (value < 0) {
        *to++ = '-';
        value = -value;
    }
    // fmt and to_chars spend more on laying out the digits than on finding them: twice and thrice the time of this.
    const auto decimal = fmt::detail::dragonbox::to_decimal(value);
    char all[most_digits];
    write_digits(all, decimal.significand);
    int zeros = 0;
    while (all[zeros] == '0') {
        ++zeros;
    }
    const char* digits = all + zeros;
    const int count = most_digits - zeros;
    const int point = count + decimal.exponent;
    if (point > most_digits || point < -4) {
        return write_scientific(to, digits, count, point);
    }
    if (point <= 0) {
        to = fill_zeros(copy(to, "0.", 2), -point);
        return copy(to, digits, count);
    }
    if (point >= count) {
        to = fill_zeros(copy(to, digits, count), point - count);
        return copy(to, ".0", 2);
    }
    to = copy(to, digits, point);
    *to++ = '.';
    return copy(to, digits + point, count - point);
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
