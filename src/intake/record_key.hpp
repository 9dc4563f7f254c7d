#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// What tells records apart, as 128 bits of their period and labels; two that differ meet with a chance of 2^-128.
struct record_key {
    std::uint64_t high;
    std::uint64_t low;
    std::uint64_t place;  ///< in the order of the input

    record_key() = default;
    record_key(std::uint64_t h, std::uint64_t l, std::uint64_t line, std::uint32_t source)
        : high(h), low(l), place(std::uint64_t{source} << line_bits | line) {}

    std::uint64_t line() const { return place & ((std::uint64_t{1} << line_bits) - 1); }
    std::size_t source() const { return place >> line_bits; }
    bool same_as(const record_key& other) const { return high == other.high && low == other.low; }

private:
    static constexpr int line_bits = 44;
};

/// The keys of a block of records; `source` numbers the file.
std::vector<record_key> keys_of(const records& block, std::uint32_t source);

}  // namespace cxm
