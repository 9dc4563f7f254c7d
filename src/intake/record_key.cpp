#include "intake/record_key.hpp"

#include <string_view>

#include "bytes/recent_texts.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace cxm {

namespace {

constexpr std::uint64_t period_seed = 1;
constexpr std::uint64_t name_seed = 2;

/// Not for adversaries, who could only have their own records refused.
XXH128_hash_t wide_hash_of(std::string_view text, std::uint64_t seed) {
    return XXH3_128bits_withSeed(text.data(), text.size(), seed);
}

}  // namespace

std::vector<record_key> keys_of(const records& block, std::uint32_t source) {
    std::vector<record_key> keys(block.size());
    recent_texts<XXH128_hash_t> known;
    for (std::size_t row = 0; row < block.size(); ++row) {
        const std::string_view text = block.periods[row];
        const XXH128_hash_t period =
            text.empty() ? XXH128_hash_t{} : known.find(text, [&] { return wide_hash_of(text, period_seed); });
        keys[row] = {period.high64, period.low64, block.lines.empty() ? row + 1 : block.lines[row], source};
    }
    for (const records::label_column& label : block.labels) {
        const std::uint64_t own_seed = wide_hash_of(label.name, name_seed).low64;
        for (std::size_t row = 0; row < block.size(); ++row) {
            if (label.has(row)) {
                const XXH128_hash_t value = wide_hash_of(label.values[row], own_seed);
                // A sum, as labels may come in any order.
                keys[row].high += value.high64;
                keys[row].low += value.low64;
            }
        }
    }
    return keys;
}

}  // namespace cxm
