#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace cxm::detail {

/// Draws whole counts with whole numbers alone, so that a seed gives the same on every machine; the distributions of
/// the standard library do not.
class exact_draws {
public:
    explicit exact_draws(std::uint64_t seed) : bits_(seed) {}

    /// How many of n tosses show heads.
    std::uint64_t heads(std::uint64_t n) {
        std::uint64_t count = 0;
        for (; n >= 64; n -= 64) {
            count += static_cast<std::uint64_t>(std::popcount(bits_()));
        }
        if (left_ < n) {
            tosses_ = bits_();
            left_ = 64;
        }
        if (n > 0) {
            count += static_cast<std::uint64_t>(std::popcount(tosses_ << (64 - n)));
            tosses_ >>= n;
            left_ -= n;
        }
        return count;
    }

    /// How many of n trials succeed, each with chance part / whole. Compares all trials with the binary digits of the
    /// chance at once; after each digit about half of them are decided. whole < 2^63.
    std::uint64_t successes(std::uint64_t n, std::uint64_t part, std::uint64_t whole) {
        if (part == whole) {
            return n;
        }
        std::uint64_t count = 0;
        while (n > 0 && part > 0) {
            const bool digit = part >= whole - part;
            part = digit ? part - (whole - part) : 2 * part;
            const std::uint64_t zeros = heads(n);
            count += digit ? zeros : 0;
            n = digit ? n - zeros : zeros;
        }
        return count;
    }

    /// Draws as many as the counts add up to, each count's share being its chance.
    std::vector<std::uint64_t> again(std::span<const std::uint64_t> counts) {
        std::vector<std::uint64_t> before{0};
        for (const std::uint64_t count : counts) {
            before.push_back(before.back() + count);
        }
        std::vector<std::uint64_t> drawn(counts.size());
        if (!counts.empty()) {
            halve(before, 0, counts.size(), before.back(), drawn);
        }
        return drawn;
    }

private:
    std::mt19937_64 bits_;
    std::uint64_t tosses_ = 0;  ///< bits that were not used yet
    std::uint64_t left_ = 0;

    void halve(const std::vector<std::uint64_t>& before, std::size_t from, std::size_t to, std::uint64_t n,
               std::vector<std::uint64_t>& drawn) {
        if (n == 0) {
            return;
        }
        if (to - from == 1) {
            drawn[from] = n;
            return;
        }
        const std::size_t middle = from + (to - from) / 2;
        const std::uint64_t left = successes(n, before[middle] - before[from], before[to] - before[from]);
        halve(before, from, middle, left, drawn);
        halve(before, middle, to, n - left, drawn);
    }
};

/// Seeds that lie next to each other give unlike streams (Steele, Lea & Flood 2014).
constexpr std::uint64_t mixed_seed(std::uint64_t seed, std::uint64_t at) {
    std::uint64_t z = seed + (at + 1) * 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
}

}  // namespace cxm::detail
