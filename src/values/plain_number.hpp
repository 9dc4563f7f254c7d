#pragma once

#include <cstddef>
#include <cstdint>

#include "bytes/byte_scan.hpp"

namespace cxm {

namespace detail {

/// Appends the digits at a place to `value`, up to 15 in all; says where they end, or nowhere (null) if there are more.
inline const char* append_digits(const char* at, const char* end, std::uint64_t& value, unsigned& digits) {
    constexpr std::uint64_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
    if (end - at >= 8) {
        const std::uint64_t digits_found = bytes::zeros_off(bytes::load(at));
        const std::uint64_t others = bytes::no_digits(digits_found);
        const unsigned count = others == 0 ? 8 : bytes::first_of(others);
        if (count < 8) {
            if (count == 0) {
                return at;
            }
            const std::uint64_t word = digits_found << (64 - 8 * count);  // zeros in front
            value = value * powers[count] + bytes::number_of(word);
            digits += count;
            return digits <= 15 ? at + count : nullptr;
        }
    }
    for (; at < end && *at >= '0' && *at <= '9'; ++at) {
        if (++digits > 15) {
            return nullptr;
        }
        value = value * 10 + static_cast<std::uint64_t>(*at - '0');
    }
    return at;
}

}  // namespace detail

/// A number at a place as nearly all are written: at most 15 digits, no sign, no exponent. Says where it ends; null
/// where it is written otherwise or not at all, for the careful parser to judge. `whole` forbids a fraction.
inline const char* read_plain_number(const char* at, const char* end, char decimal, bool whole, double& value) {
    // A double holds 15 digits and these powers exactly, so that the division rounds once, as it has to.
    constexpr double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    std::uint64_t digits = 0;
    unsigned count = 0;
    const char* after = detail::append_digits(at, end, digits, count);
    if (after == nullptr || count == 0 || (*at == '0' && count > 1)) {
        return nullptr;
    }
    if (after == end || *after != decimal) {
        value = static_cast<double>(digits);
        return after;
    }
    const unsigned before = count;
    after = whole ? nullptr : detail::append_digits(after + 1, end, digits, count);
    if (after == nullptr || count == before) {
        return nullptr;
    }
    value = static_cast<double>(digits) / powers[count - before];
    return after;
}

/// The value of the one to seven digits at a place, and how many they are; 0 where there are more, or none. Eight bytes
/// are readable.
inline unsigned read_digits_before_other(const char* at, std::uint64_t& value) {
    const std::uint64_t word = bytes::zeros_off(bytes::load(at));
    const std::uint64_t others = bytes::no_digits(word);
    const unsigned count = others == 0 ? 0 : bytes::first_of(others);
    value = count == 0 ? 0 : bytes::number_of(word << (64 - 8 * count));
    return count;
}

/// The value of a text of one to eight digits, without zeros in front; eight bytes before its end are readable.
inline bool read_digits(const char* at, const char* end, std::uint64_t& value) {
    const auto count = static_cast<std::size_t>(end - at);
    if (count - 1 > 7 || (*at == '0' && count > 1)) {
        return false;
    }
    const std::uint64_t word = bytes::zeros_off(bytes::load(end - 8)) & (~std::uint64_t{0} << (64 - 8 * count));
    if (bytes::no_digits(word) != 0) {
        return false;
    }
    value = bytes::number_of(word);
    return true;
}

}  // namespace cxm
